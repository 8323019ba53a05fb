package dev.stint.transformer;

import java.util.List;
import java.util.TreeMap;

/** Makes a program suspendable. Pure: class files in, class files out. */
public final class Transformer {
  private Transformer() {}

  /** Transforms all classes of a program. */
  public static TransformedProgram transform(Program program, IntrinsicTable intrinsics) {
    return transform(program, intrinsics, TransformOptions.STANDARD);
  }

  /** Transforms all classes of a program, with options. */
  public static TransformedProgram transform(
      Program program, IntrinsicTable intrinsics, TransformOptions options) {
    return new TransformedProgram(
        program.classes(),
        new TreeMap<>(),
        new TransformReport(program.classes().size(), 0, 0, 0, List.of()));
  }
}
