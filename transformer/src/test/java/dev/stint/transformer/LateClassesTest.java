package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.transformer.harness.Compiled;
import dev.stint.transformer.harness.Run;
import dev.stint.transformer.harness.TestIntrinsics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LateClassesTest {
  private static final String SOURCE =
      """
      import static dev.stint.transformer.harness.Suspender.*;
      import java.util.function.*;
      class Prog {
        interface Step { int step(int x); }
        static abstract class Known implements Step { public int step(int x) { return pause(x) + 1; } }
        static class KnownFn implements IntUnaryOperator { public int applyAsInt(int x) { return pause(x); } }
        static Step step; static IntUnaryOperator fn;
        static Object run() throws Exception {
          Class<?> late = Class.forName("Late");
          Object made = late.getDeclaredConstructor().newInstance();
          step = (Step) made; fn = (IntUnaryOperator) made;
          int s = 0;
          for (int i = 0; i < 3; i++) s += step.step(i) * 10 + fn.applyAsInt(i);
          return s;
        }
      }
      class Late extends Prog.Known implements IntUnaryOperator {
        public int step(int x) { IntUnaryOperator l = y -> pause(x) * y; int s = super.step(x) + l.applyAsInt(2); for (int i = 0; i < 2; i++) s += i; return s; }
        public int applyAsInt(int x) { int s = x; for (int i = 0; i < 2; i++) s += pause(i); return s; }
      }
      """;

  @Test
  void a_class_that_comes_later_takes_part_by_what_was_decided_before() throws Exception {
    Map<String, byte[]> all = Compiled.of(SOURCE);
    Map<String, byte[]> known = new TreeMap<>(all);
    byte[] late = known.remove("Late");
    TransformedProgram program = Run.transform(known, TestIntrinsics.table());
    TransformedProgram cached = read(write(program), known);
    for (TransformedProgram p : new TransformedProgram[] {program, cached}) {
      Map<String, byte[]> written = p.transformLate("Late", late);
      Map<String, byte[]> classes = new TreeMap<>(p.classes());
      classes.putAll(written);
      Run.Outcome outcome = Run.stopping(classes, "Prog", 1);
      assertThat(outcome.result()).isEqualTo(Run.plain(all, "Prog"));
      assertThat(outcome.pinned()).isZero();
      written.forEach((name, bytes) ->
          assertThat(p.classBytes(name)).isEqualTo(name.equals("Late") ? null : bytes));
      assertThat(written.keySet()).anyMatch(n -> n.startsWith("Late$$Lambda$"));
    }
  }

  @Test
  void a_program_read_from_a_cache_is_the_one_that_was_written() throws Exception {
    Map<String, byte[]> classes = Compiled.of(SOURCE);
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    TransformedProgram cached = read(write(program), classes);
    assertThat(cached.report()).isEqualTo(program.report());
    assertThat(cached.staticFinals()).isEqualTo(program.staticFinals());
    assertThat(cached.classes().keySet()).isEqualTo(program.classes().keySet());
    cached.classes().forEach((n, b) -> assertThat(program.classBytes(n)).as(n).isEqualTo(b));
    assertThat(write(cached)).isEqualTo(write(program));
  }

  @Test
  void a_cache_of_another_version_or_damaged_is_refused() throws Exception {
    byte[] file = write(Run.transform(Compiled.of(SOURCE), TestIntrinsics.table()));
    byte[] other = file.clone();
    other[7]++;
    assertThatThrownBy(() -> read(other, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("delete");
    byte[] damaged = file.clone();
    damaged[12] = (byte) 0x80;
    assertThatThrownBy(() -> read(damaged, Map.of())).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(java.util.Arrays.copyOf(file, file.length / 2), Map.of()))
        .isInstanceOf(IOException.class);
  }

  private static byte[] write(TransformedProgram program) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TransformedProgramCodec.write(program, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static TransformedProgram read(byte[] file, Map<String, byte[]> classes)
      throws IOException {
    return TransformedProgramCodec.read(
        new DataInputStream(new ByteArrayInputStream(file)), TestIntrinsics.table(), classes::get);
  }
}
