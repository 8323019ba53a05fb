package dev.stint.conformance;

import java.util.List;

/**
 * One conformance program, as its source declares it.
 *
 * @param name its simple class name
 * @param ownJvm whether the plain run needs a JVM of its own: it exits, or changes the JVM's state
 * @param tasklets whether it uses tasklets, so that a plain run needs {@link OracleRuntime}
 * @param stdin what it reads from standard input
 * @param marks where it must and must not have been frozen
 */
record Program(String name, boolean ownJvm, boolean tasklets, String stdin, List<Mark> marks) {
  static final String PACKAGE = "dev.stint.conformance.programs";

  String mainClass() {
    return PACKAGE + "." + name;
  }

  boolean owns(String className) {
    return className.equals(mainClass()) || className.startsWith(mainClass() + "$");
  }

  @Override
  public String toString() {
    return name;
  }
}
