package dev.stint.examples.census;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The figures of one package: plain data that can be sent and merged.
 *
 * @param module its module, or an empty string
 * @param name its name
 * @param files how many source files
 * @param unparsed how many of them this compiler could not parse
 * @param lines lines in all files
 * @param methods methods with a body
 * @param methodLines lines in all of those
 * @param published declarations meant for others
 * @param documented how many of those are documented
 * @param lengths how many methods are in each class of {@link Scale#LENGTH}
 * @param complexities the same for {@link Scale#COMPLEXITY}
 * @param nestings the same for {@link Scale#NESTING}
 * @param longest its longest methods, longest first
 * @param mostComplex its most complex methods
 * @param deepest its most deeply nested methods
 * @param identifiers how often each name is used in expressions
 * @param types how often each type is named
 */
public record PackageCensus(
    String module,
    String name,
    int files,
    int unparsed,
    long lines,
    long methods,
    long methodLines,
    long published,
    long documented,
    List<Long> lengths,
    List<Long> complexities,
    List<Long> nestings,
    List<MethodFigures> longest,
    List<MethodFigures> mostComplex,
    List<MethodFigures> deepest,
    Map<String, Long> identifiers,
    Map<String, Long> types)
    implements Serializable {}
