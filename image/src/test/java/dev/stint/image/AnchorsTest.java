package dev.stint.image;

import static dev.stint.image.Trips.CODEC;
import static dev.stint.image.Trips.trip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.*;
import java.lang.invoke.MethodHandles;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.*;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AnchorsTest {
  static class Reader {
    Object in;

    Reader(Object in) {
      this.in = in;
    }
  }

  record Wrapper(List<Object> items) {}

  static class Worker extends Thread {}

  interface SerializableSupplier<T> extends Supplier<T>, Serializable {}

  private static NotSerializableStateException refused(Object root) {
    try {
      CODEC.encode(root, "main.local3");
    } catch (NotSerializableStateException e) {
      return e;
    }
    throw new AssertionError("was encoded");
  }

  @Test
  void thePathLeadsToTheCulprit() throws Exception {
    try (FileInputStream file = new FileInputStream("pom.xml")) {
      NotSerializableStateException e =
          refused(new Reader(new Wrapper(List.of(1, Map.of("k", new Reader(file))))));
      assertThat(e.path()).isEqualTo("main.local3.in.items[1]{value}.in");
      assertThat(e)
          .hasMessageStartingWith(
              "main.local3.in.items[1]{value}.in (java.io.FileInputStream): an open file");
      assertThat(e.toAnchored().path()).isEqualTo(e.path());
    }
    assertThatThrownBy(() -> CODEC.encode(new Reader(Thread.currentThread())))
        .isInstanceOf(NotSerializableStateException.class)
        .hasMessageStartingWith("in (java.lang.Thread)");
  }

  @Test
  void theClosedListIsRefusedWithReasons() throws Exception {
    ReentrantLock held = new ReentrantLock();
    held.lock();
    try (Socket socket = new Socket()) {
      var pool = Executors.newFixedThreadPool(1);
      pool.shutdown();
      for (Object culprit :
          List.of(
              socket,
              pool,
              new Worker(),
              MethodHandles.lookup(),
              getClass().getClassLoader(),
              ByteBuffer.allocateDirect(8),
              held,
              ProcessHandle.current(),
              new ThreadLocal<>(),
              new java.util.concurrent.CompletableFuture<>(),
              getClass().getModule())) {
        assertThat(refused(new Reader(culprit)).path()).isEqualTo("main.local3.in");
      }
    } finally {
      held.unlock();
    }
  }

  @Test
  void serializableLambdasTravelWithWhatTheyCapture() {
    String captured = "captured";
    int number = 5;
    SerializableSupplier<String> lambda = () -> captured + number;
    assertThat(trip(lambda).get()).isEqualTo("captured5");
    SerializableSupplier<List<String>> reference = ArrayList::new;
    assertThat(trip(reference).get()).isEmpty();
    Object[] shared = trip(new Object[] {lambda, lambda});
    assertThat(shared[0]).isSameAs(shared[1]);
  }

  @Test
  void theJdksOwnLambdasTravel() {
    Comparator<String> comparator =
        Comparator.comparing((Function<String, Integer> & Serializable) String::length)
            .thenComparing(Comparator.reverseOrder());
    List<String> words = new ArrayList<>(List.of("bb", "a", "c", "dd"));
    words.sort(trip(comparator));
    assertThat(words).containsExactly("c", "a", "dd", "bb");
    assertThat(trip(Map.Entry.<String, Integer>comparingByKey())).isInstanceOf(Comparator.class);
    assertThat(trip(String.CASE_INSENSITIVE_ORDER)).isSameAs(String.CASE_INSENSITIVE_ORDER);
  }

  @Test
  void otherLambdasAreRefusedWithAdvice() {
    Runnable plain = () -> {};
    NotSerializableStateException e = refused(new Reader(plain));
    assertThat(e.path()).isEqualTo("main.local3.in");
    assertThat(e).hasMessageContaining("(Runnable & Serializable)");
  }

  @Test
  void whatALambdaCapturesIsNamed() {
    Thread thread = new Thread();
    SerializableSupplier<Thread> lambda = () -> thread;
    assertThat(refused(lambda).path()).isEqualTo("main.local3.captured0");
  }

  @Test
  void aResolverOnTheOtherSideMakesTheLambda() {
    String captured = "x";
    SerializableSupplier<String> lambda = () -> captured;
    ImageCodec node =
        ImageCodec.forLoader(getClass().getClassLoader())
            .lambdas((facts, values, loader) -> {
              assertThat(facts.capturingClass()).isEqualTo("dev/stint/image/AnchorsTest");
              assertThat(facts.method()).isEqualTo("get");
              return "instance of " + values[0];
            })
            .build();
    assertThat(node.decode(CODEC.encode(lambda))).isEqualTo("instance of x");
  }

  @Test
  void constantsAreFoundAgain() {
    Object sentinel = new Object();
    Object there = new Object();
    StaticConstants constants =
        new StaticConstants() {
          @Override
          public Constant find(Object value) {
            return value == sentinel ? new Constant("A", "NONE") : null;
          }

          @Override
          public Object get(Constant constant, ClassLoader loader) {
            return constant.equals(new Constant("A", "NONE")) ? there : null;
          }
        };
    ImageCodec codec =
        ImageCodec.forLoader(getClass().getClassLoader()).constants(constants).build();
    Object[] copy = (Object[]) codec.decode(codec.encode(new Object[] {sentinel, "s", sentinel}));
    assertThat(copy).containsExactly(there, "s", there);
  }
}
