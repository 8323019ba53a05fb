package dev.stint.conformance;

import java.nio.file.Path;

/** Runs a program under the engine, in this JVM. */
interface EngineRunner {

  /**
   * Runs a program to its end.
   *
   * @param classes the folder that holds the program's class files and nothing else
   * @param torture freeze and thaw at every so many safepoints; 0 is never
   */
  RunReport run(Program program, Path classes, int torture) throws Exception;
}
