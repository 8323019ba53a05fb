package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.transformer.harness.Compiled;
import dev.stint.transformer.harness.Run;
import dev.stint.transformer.harness.TestIntrinsics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntrinsicsTest {
  private static final String SOURCE =
      """
      import static dev.stint.transformer.harness.Suspender.*;
      import java.util.*;
      import java.util.function.*;
      class Support {
        static void each(Iterable<?> it, Consumer<Object> c) {
          if (it instanceof Own o) { o.forEach(c); return; }
          for (Object x : it) c.accept(x);
        }
        static String out() { return "job"; }
        static StringBuilder builder(String s) { return new StringBuilder("made:" + s); }
        static int hash(Object o) { return 5; }
      }
      class Own extends ArrayList<String> { public void forEach(Consumer<? super String> c) { c.accept("own"); } }
      class Prog {
        static class Sup { static StringBuilder log; { log = new StringBuilder(s()); } String s() { return System.lineSeparator().isEmpty() ? "" : "ctor"; } }
        static int sum;
        static Object run() {
          List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
          list.forEach(x -> sum += pause((Integer) x));
          Collection<Integer> c = list; c.forEach(x -> sum += pause((Integer) x));
          Own own = new Own(); own.forEach(x -> sum += pause(x.length()));
          Iterable<String> hidden = own; hidden.forEach(x -> sum += pause(x.length()));
          BiConsumer<List<Integer>, Consumer<Integer>> ref = List::forEach; ref.accept(list, x -> sum += pause((Integer) x));
          StringBuilder sb = new StringBuilder(pause("arg")).append(new StringBuilder("in"));
          Function<String, StringBuilder> make = StringBuilder::new;
          new Sup();
          return sum + sb.toString() + make.apply("ref") + Sup.log + java.io.File.separator + System.identityHashCode(sb);
        }
      }
      """;

  private static IntrinsicTable table() {
    return new IntrinsicTable(
            List.of(
                MethodIntrinsic.ofVirtual(
                    "java/lang/Iterable",
                    "forEach",
                    "(Ljava/util/function/Consumer;)V",
                    "Support",
                    "each",
                    false),
                MethodIntrinsic.ofStatic(
                    "java/lang/System",
                    "identityHashCode",
                    "(Ljava/lang/Object;)I",
                    "Support",
                    "hash",
                    false)),
            List.of(
                new FieldIntrinsic(
                    "java/io/File", "separator", "Ljava/lang/String;", "Support", "out")),
            List.of(
                new ConstructorIntrinsic(
                    "java/lang/StringBuilder", "(Ljava/lang/String;)V", "Support", "builder")),
            List.of(),
            List.of())
        .and(TestIntrinsics.table());
  }

  @Test
  void calls_fields_and_constructors_are_replaced_wherever_they_are() throws Exception {
    Map<String, byte[]> classes = Compiled.of(SOURCE);
    TransformedProgram program = Run.transform(classes, table());
    Run.Outcome outcome = Run.stopping(program, "Prog", 1);
    assertThat(outcome.result()).isEqualTo("24made:argmade:inmade:refmade:ctorjob5");
    assertThat(outcome.pinned()).isZero();
    assertThat(outcome.stops()).isGreaterThan(12);
  }

  private static final String THREADS =
      """
      import static dev.stint.transformer.harness.Suspender.*;
      import java.util.*;
      class Support { static List<Thread> made = new ArrayList<>(); static void made(Thread t) { made.add(t); } }
      class One extends Thread {
        One(String name) { super(name); if (name.isEmpty()) return; setName(name + "!"); }
        One() { this("one"); }
      }
      class Two extends One {}
      class Prog {
        static Object run() {
          String names = "";
          Two two = new Two(); new One(pause("o")); new One(""); new Thread();
          for (Thread t : Support.made) names += pause(t.getName()) + (t == two);
          return names;
        }
      }
      """;

  @Test
  void a_call_is_added_to_the_end_of_the_constructors_of_direct_subclasses() throws Exception {
    SubclassIntrinsic added = new SubclassIntrinsic("java/lang/Thread", "Support", "made");
    IntrinsicTable table =
        new IntrinsicTable(List.of(), List.of(), List.of(), List.of(added), List.of())
            .and(TestIntrinsics.table());
    TransformedProgram program = Run.transform(Compiled.of(THREADS), table);
    assertThat(Run.stopping(program, "Prog", 1).result()).isEqualTo("one!trueone!trueo!falsefalse");
  }
}
