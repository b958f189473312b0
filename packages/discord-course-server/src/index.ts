/** The package's public interface. */
export type { Clock } from "./clock.ts";
export type { Fault, RequestPattern } from "./fault-plan.ts";
export type { Person } from "./page-protocol.ts";
export type { LoggedRequest } from "./rest-api.ts";
export { PortTakenError, startCourseServer, type CourseServer, type CourseServerFaults, type CourseServerOptions } from "./start-course-server.ts";
