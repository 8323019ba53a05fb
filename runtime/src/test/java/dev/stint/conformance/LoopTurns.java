package dev.stint.conformance;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts how often the loops of plain programs turn: each backward branch is made to report its
 * line. This tells, without any engine, at which lines a safepoint is reached.
 */
final class LoopTurns {
  private LoopTurns() {}

  /** Writes instrumented copies of class files. */
  static void instrument(Path classes, Path copies) throws IOException {
    Files.createDirectories(copies);
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        ClassModel model = ClassFile.of().parse(file);
        String name = model.thisClass().asInternalName().replace('/', '.');
        ClassTransform counting =
            ClassTransform.transformingMethodBodies(
                CodeTransform.ofStateful(() -> new Turns(name)));
        Files.write(
            copies.resolve(file.getFileName()), ClassFile.of().transformClass(model, counting));
      }
    }
  }

  /** Adds up what the programs' JVMs have written. */
  static Map<Site, Long> read(Path folder) throws IOException {
    Map<Site, Long> turns = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".turns")).toList()) {
        for (String line : Files.readAllLines(file)) {
          List<String> words = List.of(line.split(" "));
          turns.merge(Site.parse(words.get(1)), Long.parseLong(words.get(0)), Long::sum);
        }
      }
    }
    return turns;
  }

  /** Puts a call before each branch to a label that has been passed already. */
  private static final class Turns implements CodeTransform {
    private static final ClassDesc COUNTER = TurnCounter.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc TURN =
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    private final String className;
    private final Set<Label> passed = new HashSet<>();
    private int line;

    Turns(String className) {
      this.className = className;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof LabelTarget target) {
        passed.add(target.label());
      } else if (element instanceof LineNumber number) {
        line = number.line();
      } else if (element instanceof BranchInstruction branch && passed.contains(branch.target())) {
        code.ldc(className + ":" + line).invokestatic(COUNTER, "turn", TURN);
      }
      code.with(element);
    }
  }
}
