package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;
import dev.stint.image.IdentityHashed;
import dev.stint.transformer.harness.Compiled;
import dev.stint.transformer.harness.MemoryLoader;
import dev.stint.transformer.harness.Run;
import dev.stint.transformer.harness.TestIntrinsics;
import java.io.ObjectStreamClass;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a program, or a debugger, sees of a transformed class. */
class ClassShapeTest {
  private static final String SOURCE =
      """
      import static dev.stint.transformer.harness.Suspender.*;
      import java.util.*;
      class Prog implements java.io.Serializable, Comparable<Prog> {
        static final List<String> LIST = new ArrayList<>();
        static final int CONSTANT = 3;
        protected int field; private transient String t; public static volatile long vol;
        Prog() {} private Prog(int i) {}
        public int compareTo(Prog o) { int n = 0; for (int i = 0; i < 3; i++) n += i; return n; }
        protected static synchronized void lock() {}
        enum E { A, B }
        interface I { Object O = new Object(); }
        static class Nested implements java.io.Serializable { int x; }
        static Object run() {
          int total = 0;
          for (int i = 0; i < 3; i++) {
            String name = "n" + i;
            int length = pause(name).length();
            total += length;
          }
          return total;
        }
      }
      """;

  private final Map<String, byte[]> classes = Compiled.of(SOURCE);
  private final TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
  private final MemoryLoader plain = new MemoryLoader(classes);
  private final MemoryLoader transformed = new MemoryLoader(program.classes());

  @Test
  void the_default_serial_version_stays() throws Exception {
    for (String name : new String[] {"Prog", "Prog$Nested"}) {
      assertThat(version(transformed, name)).isEqualTo(version(plain, name));
    }
  }

  private static long version(MemoryLoader loader, String name) throws Exception {
    return ObjectStreamClass.lookup(loader.loadClass(name)).getSerialVersionUID();
  }

  @Test
  void what_is_generated_is_marked_synthetic() throws Exception {
    Class<?> before = plain.loadClass("Prog");
    Class<?> after = transformed.loadClass("Prog");
    Set<String> given = Set.copyOf(names(before.getDeclaredMethods()));
    for (Method method : after.getDeclaredMethods()) {
      boolean isGiven =
          given.contains(method.getName())
              && !Arrays.asList(method.getParameterTypes()).contains(Ctx.class);
      assertThat(method.isSynthetic() || isGiven).as(method.toString()).isTrue();
    }
    assertThat(after.getDeclaredMethod("compareTo", after).isSynthetic()).isFalse();
  }

  private static java.util.List<String> names(Method[] methods) {
    return Arrays.stream(methods).map(Method::getName).distinct().toList();
  }

  @Test
  void static_finals_can_be_assigned_but_constants_and_interface_fields_cannot() throws Exception {
    Class<?> type = transformed.loadClass("Prog");
    assertThat(isFinal(type, "LIST")).isFalse();
    assertThat(isFinal(type, "CONSTANT")).isTrue();
    assertThat(isFinal(transformed.loadClass("Prog$I"), "O")).isTrue();
    assertThat(isFinal(transformed.loadClass("Prog$E"), "A")).isTrue();
    assertThat(program.staticFinals().get("Prog")).containsExactly("LIST");
    assertThat(program.staticFinals().get("Prog$I")).containsExactly("O");
  }

  private static boolean isFinal(Class<?> type, String field) throws Exception {
    return Modifier.isFinal(type.getDeclaredField(field).getModifiers());
  }

  @Test
  void an_initialiser_says_that_it_has_begun_and_loading_alone_does_not() throws Exception {
    Class<?> constants = transformed.loadClass("Prog$I");
    Class<?> nested = transformed.loadClass("Prog$Nested");
    Class.forName("Prog", false, transformed);
    assertThat(transformed.begun).isEmpty();
    Class.forName("Prog$E", true, transformed);
    var field = constants.getField("O");
    field.setAccessible(true);
    assertThat(field.get(null)).isNotNull();
    Class.forName(nested.getName(), true, transformed);
    assertThat(transformed.begun).containsExactly("Prog$E", "Prog$I");
  }

  @Test
  void an_object_keeps_the_hash_it_is_given() throws Exception {
    var constructor = transformed.loadClass("Prog").getDeclaredConstructor();
    constructor.setAccessible(true);
    Object one = constructor.newInstance();
    assertThat(one.hashCode()).isEqualTo(one.hashCode()).isNotZero();
    ((IdentityHashed) one).stintHash(77);
    assertThat(one.hashCode()).isEqualTo(77);
    assertThat(one.toString()).endsWith(Integer.toHexString(77));
  }

  @Test
  void a_frame_tells_where_it_stands_and_what_it_holds() throws Exception {
    Ctx ctx = new Ctx();
    Method run = transformed.loadClass("Prog").getDeclaredMethod("run", Ctx.class);
    run.setAccessible(true);
    run.invoke(null, ctx);
    assertThat(ctx.unwinding).isTrue();
    Frame frame = ctx.head;
    FrameShape shape = frame.shape();
    assertThat(shape.at(frame.pc).toString()).isEqualTo("Prog.run(Prog.java:17)");
    Map<String, String> variables = shape.variablesAt(frame.pc);
    assertThat(variables).containsOnlyKeys("total", "i");
    assertThat(frame.getClass().getField(variables.get("i")).getInt(frame)).isZero();
    assertThat(frame.getClass().getName()).startsWith("Prog$$Frame$");
  }

  @Test
  void the_same_program_gives_the_same_bytes() {
    TransformedProgram again = Run.transform(Compiled.of(SOURCE), TestIntrinsics.table());
    assertThat(again.classes().keySet()).isEqualTo(program.classes().keySet());
    program
        .classes()
        .forEach((name, bytes) -> assertThat(again.classBytes(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void the_fast_body_keeps_the_names_of_its_variables() {
    var model = java.lang.classfile.ClassFile.of().parse(program.classBytes("Prog"));
    String names =
        model.methods().stream()
            .filter(m ->
                m.methodName().equalsString("run") && m.methodType().stringValue().contains("Ctx"))
            .flatMap(m -> m.code().orElseThrow().elementStream())
            .filter(java.lang.classfile.instruction.LocalVariable.class::isInstance)
            .map(e -> ((java.lang.classfile.instruction.LocalVariable) e).name().stringValue())
            .sorted()
            .toList()
            .toString();
    assertThat(names).isEqualTo("[i, length, name, total]");
  }
}
