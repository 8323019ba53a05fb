package dev.stint.examples.census;

import java.io.Serializable;

/**
 * The figures of one method or constructor that has a body.
 *
 * @param name its type's and its own name, as {@code HashMap.putVal}
 * @param file the path of its file
 * @param line where it begins
 * @param lines from its modifiers to its closing brace
 * @param complexity cyclomatic complexity (McCabe 1976): one, and one more for each branch, loop,
 *     case label, catch, {@code &&}, {@code ||} and conditional
 * @param nesting how deep its control structures and lambdas lie in one another
 */
public record MethodFigures(
    String name, String file, int line, int lines, int complexity, int nesting)
    implements Serializable {

  /** Orders methods of equal figures. */
  String place() {
    return String.format("%s:%08d:%s", file, line, name);
  }
}
