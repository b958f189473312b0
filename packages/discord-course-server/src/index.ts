/** The package's public interface. */
export type { Clock } from "./clock.ts";
export type { Fault, RequestPattern } from "./fault-plan.ts";
export type { FormFault } from "./form.ts";
export { messageFaults } from "./message-faults.ts";
export type { OptionValues, OpenModal, Person, Upload } from "./page-protocol.ts";
export type { ActionOptions, Observed, PlayableUser } from "./playable-user.ts";
export type { LoggedRequest } from "./rest-api.ts";
export { PortTakenError, startCourseServer, type CourseServer, type CourseServerFaults, type CourseServerOptions } from "./start-course-server.ts";
