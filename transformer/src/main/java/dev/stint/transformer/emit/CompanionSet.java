package dev.stint.transformer.emit;

import dev.stint.transformer.Companions;
import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.CompanionKey;
import dev.stint.transformer.analysis.FormTable;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.Signature;
import java.lang.classfile.ClassFile;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes all companions of a program. */
final class CompanionSet {
  private CompanionSet() {}

  static Map<String, byte[]> write(FormTable forms, Hierarchy hierarchy, ClassFile classFile) {
    NavigableMap<String, TreeSet<Signature>> methods = new TreeMap<>();
    for (CompanionKey key : forms.companions().keySet()) {
      methods.computeIfAbsent(key.type(), t -> new TreeSet<>()).add(key.signature());
    }
    NavigableMap<String, byte[]> written = new TreeMap<>();
    methods.forEach((outside, signatures) -> {
      ClassHeader header = hierarchy.find(outside);
      boolean isInterface = header != null && header.isInterface();
      written.put(
          Companions.nameOf(outside),
          new CompanionWriter(outside, isInterface).write(classFile, signatures));
    });
    return written;
  }
}
