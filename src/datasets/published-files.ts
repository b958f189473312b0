/** The address from which the chapter reads its two files. */
const courseBaseUrl = "https://raw.githubusercontent.com/amoreira2/UG54/refs/heads/main/assets/data/";

/** Kenneth French's data library. */
const frenchBaseUrl = "https://mba.tuck.dartmouth.edu/pages/faculty/ken.french/ftp/";

const courseFiles = ["FactorModels_data1.csv", "FactorModels_data2.csv"];

const frenchFiles = [
  "F-F_Research_Data_Factors_daily_CSV.zip",
  "F-F_Research_Data_Factors_CSV.zip",
  "F-F_Research_Data_5_Factors_2x3_daily_CSV.zip",
  "F-F_Research_Data_5_Factors_2x3_CSV.zip",
  "F-F_Momentum_Factor_daily_CSV.zip",
  "F-F_Momentum_Factor_CSV.zip",
];

/** The addresses of every file of the course, the course's own first. */
export function publishedFiles(course = courseBaseUrl, french = frenchBaseUrl): readonly string[] {
  return [
    ...courseFiles.map((name) => new URL(name, course).href),
    ...frenchFiles.map((name) => new URL(name, french).href),
  ];
}
