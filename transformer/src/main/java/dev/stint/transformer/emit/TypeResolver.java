package dev.stint.transformer.emit;

import static dev.stint.transformer.emit.AbiNames.internalName;

import dev.stint.transformer.Companions;
import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.Hierarchy;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/**
 * Tells the class-file writer, which computes stack maps, how types inherit: from class files,
 * never by loading. A class that is missing is taken to extend {@code Object}.
 */
public final class TypeResolver implements ClassHierarchyResolver {
  private final Hierarchy hierarchy;

  public TypeResolver(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  @Override
  public ClassHierarchyInfo getClassInfo(ClassDesc type) {
    String name = internalName(type);
    if (GeneratedNames.isFrame(name)) {
      return ClassHierarchyInfo.ofClass(AbiNames.FRAME);
    }
    if (Companions.isCompanion(name)) {
      return ClassHierarchyInfo.ofInterface();
    }
    ClassHeader header = hierarchy.find(name);
    if (header == null) {
      return ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object);
    }
    if (header.isInterface()) {
      return ClassHierarchyInfo.ofInterface();
    }
    String superName = header.superName();
    return ClassHierarchyInfo.ofClass(
        superName == null ? null : ClassDesc.ofInternalName(superName));
  }
}
