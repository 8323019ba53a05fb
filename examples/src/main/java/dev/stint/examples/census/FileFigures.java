package dev.stint.examples.census;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What one source file amounts to.
 *
 * @param parsed false if it is not Java as this compiler knows it; all else is empty then
 * @param lines how many lines it has
 * @param published declarations for others: public and protected types and methods of such types,
 *     overriding ones left out
 * @param documented how many of those have a documentation comment
 * @param methods those with a body
 * @param identifiers how often each name is used in expressions
 * @param types how often each simple name is used as a type
 */
record FileFigures(
    boolean parsed,
    int lines,
    int published,
    int documented,
    List<MethodFigures> methods,
    Map<String, Integer> identifiers,
    Map<String, Integer> types)
    implements Serializable {
  static final FileFigures UNPARSED =
      new FileFigures(false, 0, 0, 0, List.of(), Map.of(), Map.of());
}
