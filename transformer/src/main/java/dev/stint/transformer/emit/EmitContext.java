package dev.stint.transformer.emit;

import dev.stint.transformer.IntrinsicTable;
import dev.stint.transformer.analysis.CompanionIndex;
import dev.stint.transformer.analysis.FormTable;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.MethodPlanner;
import dev.stint.transformer.analysis.MethodRef;
import dev.stint.transformer.analysis.Suspendability;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;

/**
 * What the writing of all classes of a program shares.
 *
 * @param everyCall all methods that can have a form get one
 */
public record EmitContext(
    Hierarchy hierarchy,
    FormTable forms,
    CompanionIndex companions,
    MethodPlanner planner,
    IntrinsicTable intrinsics,
    ClassFile classFile,
    boolean everyCall) {

  /** The class-file writer that knows a program's types. */
  public static ClassFile writerFor(Hierarchy hierarchy) {
    return ClassFile.of(
        ClassFile.ClassHierarchyResolverOption.of(new TypeResolver(hierarchy)),
        ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED);
  }

  boolean hasForm(MethodRef method, MethodModel model) {
    return everyCall
        ? method.signature().isOrdinary()
            && Suspendability.hasRoomForContext(method.signature())
            && (model.flags().flagsMask() & ClassFile.ACC_NATIVE) == 0
        : forms.hasForm(method);
  }
}
