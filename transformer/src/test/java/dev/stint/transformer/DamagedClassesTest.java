package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.transformer.harness.Compiled;
import dev.stint.transformer.harness.Run;
import dev.stint.transformer.harness.TestIntrinsics;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What cannot be transformed is left as it is, and the rest of the program still calls it. */
class DamagedClassesTest {
  private static final String SOURCE =
      """
      import static dev.stint.transformer.harness.Suspender.*;
      class Prog {
        interface Step { int step(int x); }
        static class Good implements Step { public int step(int x) { return pause(x); } }
        static Object run() {
          Step[] steps = {new Good(), new Odd()};
          int s = 0;
          for (int i = 0; i < 4; i++) s += steps[i % 2].step(i);
          return s;
        }
      }
      class Odd implements Prog.Step {
        public int step(int x) { @Mark int s = 0; int dead = 300; for (int i = 0; i < 3; i++) { s += x > 1 ? pause(i) : 1; } return s; }
      }
      @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
      @interface Mark {}
      class Unused {}
      class NeedsMissing { Missing m; Object o(boolean b) { return b ? m : new Missing2(); } }
      class Missing {}
      class Missing2 extends Missing {}
      """;

  @Test
  void a_class_with_damaged_attributes_stays_plain_and_answers_calls_with_a_context()
      throws Exception {
    Map<String, byte[]> classes = Compiled.of(SOURCE);
    String expected = Run.plain(classes, "Prog");
    classes.put("Odd", withAnnotationsBehindTheCode(classes.get("Odd")));
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    assertThat(program.report().pinnedSites())
        .anyMatch(s -> s.reason() == PinReason.NOT_TRANSFORMED && s.className().equals("Odd"));
    Run.Outcome outcome = Run.stopping(program, "Prog", 1);
    assertThat(outcome.result()).isEqualTo(expected);
    assertThat(outcome.stops()).isPositive();
  }

  /** Shortens the code without moving its type annotations, as some tools do. */
  private static byte[] withAnnotationsBehindTheCode(byte[] classFile) {
    ClassFile file = ClassFile.of();
    return file.transformClass(
        file.parse(classFile),
        ClassTransform.transformingMethodBodies((b, e) -> {
          if (e instanceof ConstantInstruction c
              && Integer.valueOf(300).equals(c.constantValue())) {
            b.iconst_5();
          } else {
            b.with(e);
          }
        }));
  }

  @Test
  void what_is_no_class_file_is_handed_on() throws Exception {
    Map<String, byte[]> classes = new TreeMap<>(Compiled.of(SOURCE));
    classes.put("Unused", new byte[] {1, 2, 3});
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    assertThat(program.classBytes("Unused")).isEqualTo(new byte[] {1, 2, 3});
    assertThat(program.classBytes("Nowhere")).isNull();
    assertThat(Run.stopping(program, "Prog", 1).stops()).isPositive();
  }

  @Test
  void missing_classes_are_tolerated() throws Exception {
    Map<String, byte[]> classes = new TreeMap<>(Compiled.of(SOURCE));
    classes.remove("Missing");
    classes.remove("Missing2");
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    assertThat(program.report().pinnedSites()).isEmpty();
    assertThat(program.classBytes("NeedsMissing")).isNotNull();
  }

  @Test
  void a_class_file_of_java_5_is_given_its_stack_maps() throws Exception {
    Map<String, byte[]> classes = new TreeMap<>(Compiled.of(SOURCE));
    classes.put("Odd", asJava5(classes.get("Odd")));
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    Run.Outcome outcome = Run.stopping(program, "Prog", 1);
    assertThat(outcome.result()).isEqualTo(Run.plain(Compiled.of(SOURCE), "Prog"));
    assertThat(outcome.pinned()).isZero();
  }

  private static byte[] asJava5(byte[] classFile) {
    ClassFile file = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS);
    return file.transformClass(
        file.parse(classFile),
        (ClassTransform)
            (c, element) -> {
              if (element instanceof java.lang.classfile.ClassFileVersion) {
                c.withVersion(ClassFile.JAVA_5_VERSION, 0);
              } else if (element instanceof MethodModel m
                  && m.findAttribute(Attributes.code()).isPresent()) {
                c.transformMethod(
                    m, java.lang.classfile.MethodTransform.transformingCode((b, e) -> b.with(e)));
              } else if (!(element instanceof java.lang.classfile.attribute.NestHostAttribute)) {
                c.with(element);
              }
            });
  }
}
