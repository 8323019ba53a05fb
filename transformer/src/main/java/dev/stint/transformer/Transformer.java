package dev.stint.transformer;

import dev.stint.transformer.analysis.CallResolver;
import dev.stint.transformer.analysis.FormTable;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.Suspendability;
import dev.stint.transformer.emit.StaticFields;
import java.util.List;

/** Makes a program suspendable. Pure: class files in, class files out. */
public final class Transformer {
  private Transformer() {}

  /** Analyses a program; its classes are written as they are asked for. */
  public static TransformedProgram transform(Program program, IntrinsicTable intrinsics) {
    return transform(program, intrinsics, TransformOptions.STANDARD);
  }

  /** Analyses a program, with options. */
  public static TransformedProgram transform(
      Program program, IntrinsicTable intrinsics, TransformOptions options) {
    Hierarchy hierarchy = new Hierarchy(program.source(), List.of());
    ClassPreparation classes =
        ClassPreparation.of(program.classes(), hierarchy, StaticFields::isKeptApart);
    CallResolver resolver = new CallResolver(hierarchy, intrinsics);
    FormTable forms =
        options.everyCall()
            ? new FormTable()
            : Suspendability.analyse(classes.models().values(), hierarchy, resolver);
    Emission emission = Emission.of(classes, forms, resolver, intrinsics, options, true);
    return new TransformedProgram(
        emission, classes.staticFinals(), new FrozenAnalysis(hierarchy, forms, intrinsics));
  }
}
