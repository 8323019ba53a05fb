package dev.stint.transformer;

import java.util.List;

/**
 * What a transformation did.
 *
 * @param classes classes of the program
 * @param generatedClasses classes that were added: frames, lambdas, companions
 * @param suspendableMethods methods that can be unwound and resumed
 * @param suspensionPoints places where they can
 * @param pinnedSites places where suspendable code runs pinned, in class and line order
 */
public record TransformReport(
    int classes,
    int generatedClasses,
    int suspendableMethods,
    int suspensionPoints,
    List<PinnedSite> pinnedSites) {
  public TransformReport {
    pinnedSites = List.copyOf(pinnedSites);
  }
}
