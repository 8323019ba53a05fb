package dev.stint.transformer.analysis;

import dev.stint.transformer.ProgramSource;
import java.lang.classfile.ClassFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types a program can see and how they inherit: its own, and those of the JDK as they are asked
 * for. No class is loaded. A missing class is treated as one without supertypes and members.
 */
public final class Hierarchy {
  static final String OBJECT = "java/lang/Object";

  private final ProgramSource source;
  private final Map<String, ClassHeader> program = new HashMap<>();
  private final Map<String, Optional<ClassHeader>> parents = new HashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();

  public Hierarchy(ProgramSource source, Collection<ClassHeader> program) {
    this.source = source;
    program.forEach(this::add);
  }

  /** A copy that can be extended by late classes without changing this one. */
  public Hierarchy extensible() {
    return new Hierarchy(source, program.values());
  }

  /** Adds a class of the program, or replaces one by another with the same supertypes. */
  public void add(ClassHeader header) {
    program.put(header.name(), header);
    if (parents.remove(header.name()) != null) {
      supertypes.clear();
    }
  }

  /** The program's own classes, in no order. */
  public Collection<ClassHeader> programClasses() {
    return program.values();
  }

  /** The header of a class, or null if there is no such class. */
  public @Nullable ClassHeader find(String internalName) {
    ClassHeader own = program.get(internalName);
    return own != null ? own : parents.computeIfAbsent(internalName, this::readParent).orElse(null);
  }

  private Optional<ClassHeader> readParent(String internalName) {
    byte[] bytes = internalName.startsWith("[") ? null : source.parentBytes(internalName);
    return bytes == null
        ? Optional.empty()
        : Optional.of(ClassHeader.of(ClassFile.of().parse(bytes), false));
  }

  /** All supertypes without the type itself: superclasses first, interfaces nearest first. */
  public Set<String> supertypesOf(String internalName) {
    Set<String> known = supertypes.get(internalName);
    if (known == null) {
      known = collectSupertypes(internalName);
      supertypes.put(internalName, known);
    }
    return known;
  }

  private Set<String> collectSupertypes(String internalName) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    for (String c = internalName; c != null; ) {
      ClassHeader header = find(c);
      if (header == null) {
        break;
      }
      open.addAll(header.interfaces());
      c = header.superName();
      if (c != null && !found.add(c)) {
        break;
      }
    }
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      ClassHeader header = found.add(next) ? find(next) : null;
      if (header != null) {
        open.addAll(header.interfaces());
      }
    }
    return found;
  }

  /** Whether {@code sub} is {@code sup} or inherits from it. */
  public boolean isSubtype(String sub, String sup) {
    return sub.equals(sup) || sup.equals(OBJECT) || supertypesOf(sub).contains(sup);
  }

  /**
   * The declaration that a symbolic reference resolves to (JVMS 5.4.3.3 and 5.4.3.4): up the
   * superclasses, then the most specific of the superinterfaces, one of the program's if several
   * are.
   */
  public @Nullable MethodRef resolve(String owner, Signature signature) {
    MethodRef inClass = resolveInClasses(owner, signature);
    if (inClass != null) {
      return inClass;
    }
    List<String> candidates = new ArrayList<>();
    for (String type : supertypesOf(owner)) {
      ClassHeader header = find(type);
      if (header != null && header.isInterface() && header.declaresVirtual(signature)) {
        candidates.add(type);
      }
    }
    candidates.removeIf(
        c -> candidates.stream().anyMatch(d -> !d.equals(c) && supertypesOf(d).contains(c)));
    String best = null;
    for (String c : candidates) {
      if (best == null || (!program.containsKey(best) && program.containsKey(c))) {
        best = c;
      }
    }
    return best == null ? null : new MethodRef(best, signature);
  }

  /** The declaration in the type itself or the nearest superclass, interfaces left out. */
  public @Nullable MethodRef resolveInClasses(String owner, Signature signature) {
    String c = owner;
    while (c != null) {
      ClassHeader header = find(c);
      if (header == null) {
        return null;
      }
      if (header.methods().containsKey(signature)) {
        return new MethodRef(c, signature);
      }
      c = header.superName();
    }
    return null;
  }

  /**
   * The class or interface whose static field a symbolic reference resolves to (JVMS 5.4.3.2): the
   * type itself, then its superinterfaces, then its superclass.
   *
   * @param key see {@link ClassHeader#staticKey}
   */
  public @Nullable ClassHeader resolveStatic(String owner, String key) {
    for (String c = owner; c != null; ) {
      ClassHeader header = find(c);
      if (header == null || header.statics().containsKey(key)) {
        return header;
      }
      for (String each : header.interfaces()) {
        ClassHeader found = resolveStatic(each, key);
        if (found != null) {
          return found;
        }
      }
      c = header.superName();
    }
    return null;
  }

  /**
   * Whether code in {@code from} may name the class {@code target} (JVMS 5.4.4). A missing class is
   * taken to be accessible.
   */
  public boolean isAccessible(String target, String from) {
    if (ClassHeader.packageOf(target).equals(ClassHeader.packageOf(from))) {
      return true;
    }
    ClassHeader header = find(target);
    return header == null
        || (header.isPublic()
            && (header.inProgram() || ExportedPackages.contains(ClassHeader.packageOf(target))));
  }
}
