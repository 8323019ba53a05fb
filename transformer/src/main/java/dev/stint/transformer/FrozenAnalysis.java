package dev.stint.transformer;

import dev.stint.transformer.analysis.FormTable;
import dev.stint.transformer.analysis.Hierarchy;

/**
 * What was decided for a program and holds for classes that come later.
 *
 * @param hierarchy the program's classes
 * @param forms their suspendable methods
 * @param intrinsics what is replaced
 */
record FrozenAnalysis(Hierarchy hierarchy, FormTable forms, IntrinsicTable intrinsics) {}
