package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.transformer.harness.Compiled;
import dev.stint.transformer.harness.MemoryLoader;
import dev.stint.transformer.harness.Run;
import dev.stint.transformer.harness.TestIntrinsics;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaNamesTest {
  private static final String SOURCE =
      """
      import java.io.Serializable;
      import java.util.*;
      import java.util.function.*;
      class Prog implements Serializable {
        interface SFun<A, B> extends Function<A, B>, Serializable {}
        static class Base implements Serializable { String greet() { return "hi"; } }
        static class Sub extends Base {}
        private int own(String s) { return s.length(); }
        private static int stat(String s) { return s.length(); }
        static Object[] lambdas() {
          Prog p = new Prog(); String text = "t"; Sub sub = new Sub();
          return new Object[] {
            (SFun<String, Integer>) s -> s.length() + text.length(),
            (SFun<String, Integer>) p::own,
            (SFun<String, Integer>) Prog::stat,
            (SFun<String, Integer>) String::length,
            (SFun<CharSequence, Integer>) CharSequence::length,
            (SFun<String, StringBuilder>) StringBuilder::new,
            (SFun<Sub, String>) Sub::greet,
            (Supplier<String> & Serializable) sub::greet,
            (SFun<List<String>, Integer>) List::size,
            (Runnable & Serializable) () -> {},
          };
        }
        static Object run() { return ((SFun<String, Integer>) Prog::stat).apply("abc"); }
      }
      """;

  @Test
  void a_serialized_lambda_names_the_class_that_stands_for_it() throws Exception {
    Map<String, byte[]> classes = Compiled.of(SOURCE);
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    Class<?> plain = new MemoryLoader(classes).loadClass("Prog");
    Class<?> transformed = new MemoryLoader(program.classes()).loadClass("Prog");
    Object[] before = lambdas(plain);
    Object[] after = lambdas(transformed);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i].getClass().getName().replace('.', '/'))
          .as("lambda %d", i)
          .isEqualTo(nameOf(serialized(before[i])));
      assertThat(after[i]).isInstanceOf(Serializable.class);
    }
  }

  @Test
  void moving_a_letter_between_facts_changes_the_name() {
    assertThat(StableHash.name("ab", "c")).isNotEqualTo(StableHash.name("a", "bc"));
    assertThat(StableHash.name("ab", "c")).hasSize(12).isEqualTo(StableHash.name("ab", "c"));
  }

  private static Object[] lambdas(Class<?> type) throws Exception {
    Method lambdas = type.getDeclaredMethod("lambdas");
    lambdas.setAccessible(true);
    return (Object[]) lambdas.invoke(null);
  }

  private static SerializedLambda serialized(Object lambda) throws Exception {
    Method replace = lambda.getClass().getDeclaredMethod("writeReplace");
    replace.setAccessible(true);
    return (SerializedLambda) replace.invoke(lambda);
  }

  private static String nameOf(SerializedLambda l) {
    return LambdaNames.nameOf(
        l.getCapturingClass(),
        l.getFunctionalInterfaceClass(),
        l.getFunctionalInterfaceMethodName(),
        l.getFunctionalInterfaceMethodSignature(),
        l.getImplMethodKind(),
        l.getImplClass(),
        l.getImplMethodName(),
        l.getImplMethodSignature(),
        l.getInstantiatedMethodType());
  }
}
