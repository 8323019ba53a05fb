package dev.stint.client;

import java.util.List;

/** What a job runs. */
public sealed interface JobEntry {

  /** The main method of a class. */
  record Main(String className, List<String> arguments) implements JobEntry {}

  /**
   * A body.
   *
   * @param image the encoded body
   * @param capturingClass binary name of the class whose code made it
   */
  record Body(byte[] image, String capturingClass) implements JobEntry {}
}
