/** A wrong setting stops a start with its sentence alone; anything else is a fault and shows where. */
process.once("uncaughtException", (error) => {
  const isSetting = error.name === "ConfigError" || error.name === "DatabaseUnreachable";
  console.error(isSetting ? error.message : error);
  process.exit(1);
});
