package dev.stint.runtime;

import dev.stint.image.state.StateIntrinsics;
import dev.stint.transformer.BootstrapIntrinsic;
import dev.stint.transformer.ConstructorIntrinsic;
import dev.stint.transformer.CreationIntrinsic;
import dev.stint.transformer.FieldIntrinsic;
import dev.stint.transformer.IntrinsicTable;
import dev.stint.transformer.MethodIntrinsic;
import dev.stint.transformer.SubclassIntrinsic;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/**
 * What transformed code calls instead of what the program says: the suspension primitives, the
 * job's environment, counted locks, and plain Java in the place of JDK methods that call back.
 */
final class RuntimeIntrinsics {
  private static final String TASKLET = "dev/stint/Tasklet";
  private static final String CHANNEL = "dev/stint/Channel";
  private static final String STEPS = "dev/stint/spi/TaskletSteps";
  private static final String PRIMITIVES = "dev/stint/runtime/Primitives";
  private static final String ENVIRONMENT = "dev/stint/runtime/Environment";
  private static final String REGIONS = "dev/stint/runtime/Regions";
  private static final String LOCKS = "dev/stint/runtime/Locks";
  private static final String WALKERS = "dev/stint/runtime/Walkers";
  private static final String MIRRORS = "dev/stint/runtime/Mirrors";
  private static final String HASHES = "dev/stint/image/state/IdentityHashes";
  private static final String BOOTSTRAPPED = "dev/stint/image/state/Bootstraps";
  private static final String CONCAT = "java/lang/invoke/StringConcatFactory";
  private static final List<BootstrapIntrinsic> BOOTSTRAPS =
      List.of(
          bootstrap(CONCAT, "makeConcatWithConstants"),
          bootstrap(CONCAT, "makeConcat"),
          bootstrap("java/lang/runtime/ObjectMethods", "bootstrap"));
  private static final String THREADS = "dev/stint/runtime/Threads";
  private static final String LOCALS = "dev/stint/runtime/TaskletLocals";
  private static final String SUPPORT = "dev/stint/support/";
  private static final String SYSTEM = "java/lang/System";

  private final List<MethodIntrinsic> methods = new ArrayList<>();
  private final List<FieldIntrinsic> fields = new ArrayList<>();
  private final List<ConstructorIntrinsic> constructors = new ArrayList<>();
  private final List<SubclassIntrinsic> subclasses = new ArrayList<>();
  private final List<CreationIntrinsic> creations = new ArrayList<>();

  private RuntimeIntrinsics() {}

  /** The table that all jobs are transformed with. */
  static IntrinsicTable table() {
    RuntimeIntrinsics all = new RuntimeIntrinsics();
    all.tasklets();
    all.channels();
    all.streamsAndClocks();
    all.properties();
    all.regions();
    all.threads();
    all.locks();
    all.stackTraces();
    all.mirrors();
    all.identities();
    all.callbacks();
    all.jdkState();
    return new IntrinsicTable(
        all.methods, all.fields, all.constructors, all.subclasses, all.creations, BOOTSTRAPS);
  }

  private void tasklets() {
    suspendingStatic(TASKLET, "yield", "()V", "yieldNow");
    suspendingStatic(TASKLET, "sleep", "(Ljava/time/Duration;)V", "sleep");
    suspendingStatic(TASKLET, "moveTo", "(Ljava/lang/String;)V", "moveTo");
    suspending(TASKLET, "join", "()Ljava/lang/Object;");
    suspending(TASKLET, "join", "(Ljava/time/Duration;)Ljava/lang/Object;");
    suspending(TASKLET, "pause", "()V");
    suspending(TASKLET, "runNow", "()V");
    suspending(STEPS, "awaitEnd", "(Ldev/stint/Tasklet;)V");
    supportStatic("dev/stint/Scope", "open", "()Ldev/stint/Scope;", "ForkScope", "open");
    suspendingStatic("java/lang/Thread", "sleep", "(J)V", "sleepMillis");
    suspendingStatic("java/lang/Thread", "sleep", "(Ljava/time/Duration;)V", "threadSleep");
    suspendingStatic("java/lang/Thread", "yield", "()V", "threadYield");
    suspendingStatic(SYSTEM, "exit", "(I)V", "exit");
    for (String name : List.of("exit", "halt")) {
      methods.add(
          new MethodIntrinsic(
              "java/lang/Runtime",
              name,
              "(I)V",
              false,
              PRIMITIVES,
              "exit",
              "(Ljava/lang/Runtime;I)V",
              true,
              false));
    }
    supportStatic(
        TASKLET, "spawn", "(Ldev/stint/Tasklet$Action;)Ldev/stint/Tasklet;", "Spawning", "spawn");
    supportStatic(
        TASKLET,
        "unstarted",
        "(Ldev/stint/Tasklet$Action;)Ldev/stint/Tasklet;",
        "Spawning",
        "unstarted");
    supportStatic(
        TASKLET,
        "atomically",
        "(Ldev/stint/Tasklet$Body;)Ljava/lang/Object;",
        "Atomic",
        "atomically");
    supportStatic(TASKLET, "atomically", "(Ldev/stint/Tasklet$Action;)V", "Atomic", "atomically");
    supportStatic(
        TASKLET,
        "map",
        "(Ljava/util/Collection;Ldev/stint/Tasklet$Function;)Ljava/util/List;",
        "FanOut",
        "map");
  }

  private void channels() {
    suspending(CHANNEL, "send", "(Ljava/lang/Object;)V");
    suspending(CHANNEL, "receive", "()Ljava/lang/Object;");
    suspending(CHANNEL, "trySend", "(Ljava/lang/Object;)Z");
    suspending(CHANNEL, "tryReceive", "()Ljava/util/Optional;");
    suspending(CHANNEL, "send", "(Ljava/lang/Object;Ljava/time/Duration;)Z");
    suspending(CHANNEL, "receive", "(Ljava/time/Duration;)Ljava/util/Optional;");
    suspending(CHANNEL, "sendException", "(Ljava/lang/Throwable;)V");
    suspending(CHANNEL, "close", "()V");
    suspending(CHANNEL, "balance", "()I");
    suspending(CHANNEL, "reopen", "()V");
    suspending(CHANNEL, "preference", "(Ldev/stint/Channel$Preference;)V");
    suspending(CHANNEL, "preference", "()Ldev/stint/Channel$Preference;");
    support(CHANNEL, "sendAll", "(Ljava/lang/Iterable;)I", "Sending", "sendAll");
    suspending(STEPS, "awaitAny", "(Ljava/util/List;[ILjava/time/Duration;)I");
    supportStatic(
        CHANNEL, "select", "([Ldev/stint/Channel$Case;)Ljava/lang/Object;", "Selecting", "select");
    support(CHANNEL, "iterator", "()Ljava/util/Iterator;", "Receiving", "iterator");
  }

  private void streamsAndClocks() {
    field("out", "Ljava/io/PrintStream;");
    field("err", "Ljava/io/PrintStream;");
    field("in", "Ljava/io/InputStream;");
    environmentStatic(SYSTEM, "setOut", "(Ljava/io/PrintStream;)V");
    environmentStatic(SYSTEM, "setErr", "(Ljava/io/PrintStream;)V");
    environmentStatic(SYSTEM, "setIn", "(Ljava/io/InputStream;)V");
    environmentStatic(SYSTEM, "nanoTime", "()J");
    environmentStatic(SYSTEM, "currentTimeMillis", "()J");
  }

  private void properties() {
    environmentStatic(SYSTEM, "getProperty", "(Ljava/lang/String;)Ljava/lang/String;");
    environmentStatic(
        SYSTEM, "getProperty", "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;");
    environmentStatic(
        SYSTEM, "setProperty", "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;");
    environmentStatic(SYSTEM, "clearProperty", "(Ljava/lang/String;)Ljava/lang/String;");
    environmentStatic(SYSTEM, "getProperties", "()Ljava/util/Properties;");
    environmentStatic(SYSTEM, "getenv", "(Ljava/lang/String;)Ljava/lang/String;");
    environmentStatic(SYSTEM, "getenv", "()Ljava/util/Map;");
    environmentStatic("java/lang/Integer", "getInteger", "(Ljava/lang/String;)Ljava/lang/Integer;");
    environmentStatic(
        "java/lang/Integer", "getInteger", "(Ljava/lang/String;I)Ljava/lang/Integer;");
    environmentStatic("java/lang/Long", "getLong", "(Ljava/lang/String;)Ljava/lang/Long;");
    environmentStatic("java/lang/Long", "getLong", "(Ljava/lang/String;J)Ljava/lang/Long;");
    environmentStatic("java/lang/Boolean", "getBoolean", "(Ljava/lang/String;)Z");
  }

  private void regions() {
    String locale = "java/util/Locale";
    String zone = "java/util/TimeZone";
    region(locale, "getDefault", "()Ljava/util/Locale;", "getDefaultLocale");
    region(locale, "setDefault", "(Ljava/util/Locale;)V", "setDefaultLocale");
    region(zone, "getDefault", "()Ljava/util/TimeZone;", "getDefaultZone");
    region(zone, "setDefault", "(Ljava/util/TimeZone;)V", "setDefaultZone");
    region("java/time/ZoneId", "systemDefault", "()Ljava/time/ZoneId;", "systemDefault");
    String string = "java/lang/String";
    region(string, "format", "(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;", "format");
    plain(string, "formatted", "([Ljava/lang/Object;)Ljava/lang/String;", REGIONS);
    String stream = "java/io/PrintStream";
    String descriptor = "(Ljava/lang/String;[Ljava/lang/Object;)Ljava/io/PrintStream;";
    plain(stream, "printf", descriptor, REGIONS);
    plain(stream, "format", descriptor, REGIONS);
  }

  private void region(String owner, String name, String descriptor, String targetName) {
    methods.add(MethodIntrinsic.ofStatic(owner, name, descriptor, REGIONS, targetName, false));
  }

  private void threads() {
    String thread = "java/lang/Thread";
    plain(thread, "setDaemon", "(Z)V", THREADS);
    plain(thread, "isDaemon", "()Z", THREADS);
    plain(thread, "getName", "()Ljava/lang/String;", THREADS);
    plain(thread, "setName", "(Ljava/lang/String;)V", THREADS);
    String builder = "()Ljava/lang/Thread$Builder$OfPlatform;";
    methods.add(
        MethodIntrinsic.ofStatic(thread, "ofPlatform", builder, THREADS, "ofPlatform", false));
    for (Constructor<?> one : Thread.class.getConstructors()) {
      String descriptor =
          MethodType.methodType(void.class, one.getParameterTypes()).descriptorString();
      constructors.add(new ConstructorIntrinsic(thread, descriptor, THREADS, "make"));
    }
    subclasses.add(new SubclassIntrinsic(thread, THREADS, "made"));
    plain(thread, "setContextClassLoader", "(Ljava/lang/ClassLoader;)V", THREADS);
    environment("java/lang/Runtime", "addShutdownHook", "(Ljava/lang/Thread;)V");
    environment("java/lang/Runtime", "removeShutdownHook", "(Ljava/lang/Thread;)Z");
    String local = "java/lang/ThreadLocal";
    plain(local, "get", "()Ljava/lang/Object;", LOCALS);
    plain(local, "set", "(Ljava/lang/Object;)V", LOCALS);
    plain(local, "remove", "()V", LOCALS);
    methods.add(
        MethodIntrinsic.ofStatic(
            local,
            "withInitial",
            "(Ljava/util/function/Supplier;)Ljava/lang/ThreadLocal;",
            LOCALS,
            "withInitial",
            false));
    constructors.add(new ConstructorIntrinsic(local, "()V", LOCALS, "make"));
  }

  private void locks() {
    String lock = "java/util/concurrent/locks/Lock";
    plain(lock, "lock", "()V", LOCKS);
    plain(lock, "lockInterruptibly", "()V", LOCKS);
    plain(lock, "tryLock", "()Z", LOCKS);
    plain(lock, "tryLock", "(JLjava/util/concurrent/TimeUnit;)Z", LOCKS);
    plain(lock, "unlock", "()V", LOCKS);
    String condition = "java/util/concurrent/locks/Condition";
    plain(condition, "await", "()V", LOCKS);
    plain(condition, "await", "(JLjava/util/concurrent/TimeUnit;)Z", LOCKS);
    plain(condition, "awaitNanos", "(J)J", LOCKS);
    plain(condition, "awaitUninterruptibly", "()V", LOCKS);
  }

  private void stackTraces() {
    String throwable = "java/lang/Throwable";
    environment(throwable, "getMessage", "()Ljava/lang/String;");
    environment(throwable, "getLocalizedMessage", "()Ljava/lang/String;");
    environment(throwable, "toString", "()Ljava/lang/String;");
    environment(throwable, "printStackTrace", "()V");
    environment(throwable, "printStackTrace", "(Ljava/io/PrintStream;)V");
    environment(throwable, "printStackTrace", "(Ljava/io/PrintWriter;)V");
    environment(throwable, "getStackTrace", "()[Ljava/lang/StackTraceElement;");
    environment("java/lang/Thread", "getStackTrace", "()[Ljava/lang/StackTraceElement;");
    environment(throwable, "fillInStackTrace", "()Ljava/lang/Throwable;");
    creations.add(new CreationIntrinsic(throwable, ENVIRONMENT, "made"));
    String walker = "java/lang/StackWalker";
    plain(walker, "walk", "(Ljava/util/function/Function;)Ljava/lang/Object;", WALKERS);
    plain(walker, "forEach", "(Ljava/util/function/Consumer;)V", WALKERS);
    plain(walker, "getCallerClass", "()Ljava/lang/Class;", WALKERS);
  }

  private void mirrors() {
    String type = "java/lang/Class";
    plain(type, "getDeclaredMethods", "()[Ljava/lang/reflect/Method;", MIRRORS);
    plain(type, "getMethods", "()[Ljava/lang/reflect/Method;", MIRRORS);
    plain(type, "getDeclaredFields", "()[Ljava/lang/reflect/Field;", MIRRORS);
    plain(type, "getInterfaces", "()[Ljava/lang/Class;", MIRRORS);
    plain("java/lang/reflect/Field", "getModifiers", "()I", MIRRORS);
  }

  /** Only where nothing is known of the receiver: other types have methods of their own. */
  private void identities() {
    String object = "java/lang/Object";
    methods.add(MethodIntrinsic.ofExactly(object, "hashCode", "()I", HASHES, "hashCode"));
    methods.add(
        MethodIntrinsic.ofExactly(object, "toString", "()Ljava/lang/String;", HASHES, "toString"));
  }

  private static BootstrapIntrinsic bootstrap(String owner, String name) {
    return new BootstrapIntrinsic(owner, name, BOOTSTRAPPED, name);
  }

  private void callbacks() {
    for (CallbackTable.Entry entry : CallbackTable.ENTRIES) {
      if (entry.isStatic()) {
        supportStatic(
            entry.owner(), entry.name(), entry.descriptor(), entry.target(), entry.targetName());
      } else {
        support(
            entry.owner(), entry.name(), entry.descriptor(), entry.target(), entry.targetName());
      }
    }
  }

  /** Iterators, views, readers and writers that can travel, in the place of the JDK's. */
  private void jdkState() {
    for (StateIntrinsics.Intrinsic one : StateIntrinsics.table()) {
      methods.add(
          new MethodIntrinsic(
              one.owner(),
              one.name(),
              one.descriptor(),
              one.isStatic(),
              one.targetOwner(),
              one.targetName(),
              one.targetDescriptor(),
              false,
              false));
    }
    for (StateIntrinsics.Construction one : StateIntrinsics.constructions()) {
      constructors.add(
          new ConstructorIntrinsic(
              one.owner(), one.descriptor(), one.targetOwner(), one.targetName()));
    }
  }

  private void field(String name, String descriptor) {
    fields.add(new FieldIntrinsic(SYSTEM, name, descriptor, ENVIRONMENT, name));
  }

  private void suspendingStatic(String owner, String name, String descriptor, String target) {
    methods.add(MethodIntrinsic.ofStatic(owner, name, descriptor, PRIMITIVES, target, true));
  }

  private void suspending(String owner, String name, String descriptor) {
    methods.add(MethodIntrinsic.ofVirtual(owner, name, descriptor, PRIMITIVES, name, true));
  }

  private void environmentStatic(String owner, String name, String descriptor) {
    methods.add(MethodIntrinsic.ofStatic(owner, name, descriptor, ENVIRONMENT, name, false));
  }

  private void environment(String owner, String name, String descriptor) {
    plain(owner, name, descriptor, ENVIRONMENT);
  }

  private void plain(String owner, String name, String descriptor, String target) {
    methods.add(MethodIntrinsic.ofVirtual(owner, name, descriptor, target, name, false));
  }

  private void support(
      String owner, String name, String descriptor, String target, String targetName) {
    methods.add(
        MethodIntrinsic.ofVirtual(owner, name, descriptor, SUPPORT + target, targetName, false));
  }

  private void supportStatic(
      String owner, String name, String descriptor, String target, String targetName) {
    methods.add(
        MethodIntrinsic.ofStatic(owner, name, descriptor, SUPPORT + target, targetName, false));
  }
}
