package dev.stint.transformer.emit;

import dev.stint.transformer.ConstantsClass;
import dev.stint.transformer.PinReason;
import dev.stint.transformer.PinnedSite;
import dev.stint.transformer.analysis.CallResolver;
import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.emit.MethodWriter.Degree;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Interfaces;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Writes one class of the program and the frame classes that belong to it. */
public final class ClassEmitter {
  private final EmitContext context;

  public ClassEmitter(EmitContext context) {
    this.context = context;
  }

  /**
   * Writes a class.
   *
   * @param defaultSerialVersion the version that Java serialization computes for the class as it
   *     was compiled, if the class leaves it to be computed
   */
  public ClassOutput emit(ClassModel type, OptionalLong defaultSerialVersion) {
    try {
      return emit(type, defaultSerialVersion, Degree.FULL);
    } catch (RuntimeException cause) {
      return degrade(type, defaultSerialVersion, cause);
    }
  }

  /**
   * A class that cannot be made suspendable still has to answer calls that pass a context. One that
   * cannot even be copied is missing from the output, and defined as it is.
   */
  private ClassOutput degrade(
      ClassModel type, OptionalLong defaultSerialVersion, RuntimeException cause) {
    ClassOutput output = new ClassOutput();
    for (Degree degree : List.of(Degree.PLAIN, Degree.UNTOUCHED)) {
      try {
        output = emit(type, defaultSerialVersion, degree);
        break;
      } catch (RuntimeException again) {
        cause.addSuppressed(again);
      }
    }
    output.pinned(
        new PinnedSite(
            type.thisClass().asInternalName().replace('/', '.'),
            "",
            "",
            -1,
            PinReason.NOT_TRANSFORMED,
            String.valueOf(cause)));
    return output;
  }

  private ClassOutput emit(ClassModel type, OptionalLong defaultSerialVersion, Degree degree) {
    ClassOutput output = new ClassOutput();
    byte[] bytes =
        context
            .classFile()
            .transformClass(type, new Writing(type, output, defaultSerialVersion, degree));
    String name = type.thisClass().asInternalName();
    output.generated(Map.entry(name, bytes));
    ClassHeader header = context.hierarchy().find(name);
    if (header != null && header.keepsConstantsApart()) {
      output.generated(
          Map.entry(
              ConstantsClass.nameOf(name),
              ConstantsWriter.write(type, header, context.classFile())));
    }
    return output;
  }

  /** The edit of one class. */
  private final class Writing implements ClassTransform {
    private final ClassModel type;
    private final String name;
    private final MethodWriter methods;
    private final StaticFields fields;
    private final OptionalLong defaultSerialVersion;
    private final boolean storesHash;

    Writing(ClassModel type, ClassOutput output, OptionalLong defaultSerialVersion, Degree degree) {
      this.type = type;
      this.name = type.thisClass().asInternalName();
      this.methods = new MethodWriter(context, type, output, degree);
      this.fields = new StaticFields(type);
      this.defaultSerialVersion = defaultSerialVersion;
      this.storesHash = StoredHash.isNeededBy(type);
    }

    @Override
    public void accept(ClassBuilder c, ClassElement element) {
      switch (element) {
        case MethodModel m -> methods.write(c, m);
        case FieldModel f -> fields.write(c, f);
        case ClassFileVersion v when AbiNames.hasStackMaps(type) ->
            c.withVersion(Math.max(v.majorVersion(), AbiNames.OLDEST_VERSION), v.minorVersion());
        case Interfaces i -> {
          // Written at the end, with those that are added.
        }
        default -> c.with(element);
      }
    }

    @Override
    public void atEnd(ClassBuilder c) {
      c.withInterfaces(interfaces(c));
      if (storesHash) {
        StoredHash.write(c, type.thisClass().asSymbol());
      }
      defaultSerialVersion.ifPresent(version -> SerialVersion.write(c, version));
      Bridges bridges = new Bridges(OwnerClass.of(type));
      InheritedForms.of(name, context.hierarchy(), context.forms())
          .forEach(signature -> bridges.writeFormToInherited(c, signature));
    }

    private List<ClassEntry> interfaces(ClassBuilder c) {
      Set<ClassEntry> all = new LinkedHashSet<>(type.interfaces());
      List<ClassDesc> added = new ArrayList<>();
      if (storesHash) {
        added.add(AbiNames.IDENTITY_HASHED);
      }
      context.companions().of(name).forEach(key -> added.add(CompanionWriter.nameOf(key)));
      added.forEach(a -> all.add(c.constantPool().classEntry(a)));
      return List.copyOf(all);
    }
  }

  /** The companions that the program needs, by internal name. */
  public Map<String, byte[]> emitCompanions(CallResolver resolver) {
    return CompanionWriter.writeAll(
        context.forms(), context.hierarchy(), resolver, context.classFile());
  }
}
