/** A wrong setting stops a start with its sentence alone; anything else is a fault and shows where. */
process.once("uncaughtException", (error) => {
  console.error(error.name === "ConfigError" ? error.message : error);
  process.exit(1);
});
