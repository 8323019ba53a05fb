package dev.stint.image;

import java.lang.reflect.Proxy;
import java.time.temporal.TemporalQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the codec of each class: the caller's, the JDK's by number, the program's by shape. */
final class TypeTable {
  private final ClassLoader loader;
  private final List<Extension> extensions;
  private final Predicate<String> allowedNames;
  private final Function<Throwable, StackTraceElement[]> traces;
  private final Map<Integer, TypeBinding> registered = new HashMap<>();
  private final Map<Class<?>, TypeBinding> registeredByType = new HashMap<>();
  private final ConcurrentHashMap<Class<?>, TypeBinding> bound = new ConcurrentHashMap<>();
  private final TypeBinding lambda;
  private final TypeBinding proxy;

  /**
   * What another module registered for a class and its subclasses.
   *
   * @param number the number under which all of them are written, or -1 to name their classes
   */
  record Extension(int number, int family, Class<?> base, ObjectCodec<Object> codec) {}

  TypeTable(
      ClassLoader loader,
      List<Extension> extensions,
      Predicate<String> allowedNames,
      LambdaResolver lambdas,
      StaticConstants constants,
      Function<Throwable, StackTraceElement[]> traces) {
    this.traces = traces;
    this.loader = loader;
    this.extensions = extensions;
    this.allowedNames = allowedNames;
    JdkTypes.registerAll(new Registrar(this));
    Registrar own = new Registrar(this);
    own.add(JdkTypes.CLASS, Class.class, new ClassCodec(this));
    own.add(JdkTypes.SHARED, Isolation.Shared.class, new SharedCodec());
    own.add(
        JdkTypes.CONSTANT, StaticConstants.Constant.class, new ConstantCodec(constants, loader));
    lambda = own.add(JdkTypes.LAMBDA, LambdaFacts.class, new LambdaCodec(lambdas, this));
    proxy = own.add(JdkTypes.PROXY, Proxy.class, new ProxyCodec());
    for (Extension extension : extensions) {
      if (extension.number() >= 0) {
        own.add(JdkTypes.FIRST_EXTENSION + extension.number(), extension.base(), extension.codec());
      }
    }
  }

  /** Numbers classes for one table. */
  static final class Registrar {
    private final TypeTable table;

    Registrar(TypeTable table) {
      this.table = table;
    }

    @SuppressWarnings("unchecked") // A codec only ever meets objects of the class it is put for.
    <T> TypeBinding add(int id, Class<?> type, ObjectCodec<T> codec) {
      TypeBinding binding = new TypeBinding(type, id, 0, 0, (ObjectCodec<Object>) codec);
      if (table.registered.put(id, binding) != null) {
        throw new IllegalArgumentException("number " + id + " is taken, for " + type.getName());
      }
      table.registeredByType.putIfAbsent(type, binding);
      return binding;
    }
  }

  TypeBinding registered(int id) {
    TypeBinding binding = registered.get(id);
    if (binding == null) {
      throw new ImageFormatException(
          "the image uses kind number "
              + id
              + ", which is not known here: it is damaged, or made"
              + " by a newer version");
    }
    return binding;
  }

  /** The codec for objects of this class. */
  TypeBinding bind(Class<?> type) {
    TypeBinding binding = bound.get(type);
    if (binding == null) {
      binding = makeBinding(type);
      bound.put(type, binding);
    }
    return binding;
  }

  /** As {@link #bind}, but also for classes of which there can be no objects in an image. */
  TypeBinding describe(Class<?> type) {
    try {
      return bind(type);
    } catch (NotSerializableStateException e) {
      return new TypeBinding(type, -1, TypeBinding.CLASS_ONLY, 0, new ClassOnly());
    }
  }

  private TypeBinding makeBinding(Class<?> type) {
    for (Extension extension : extensions) {
      if (extension.base().isAssignableFrom(type)) {
        return extension.number() >= 0
            ? registered(JdkTypes.FIRST_EXTENSION + extension.number())
            : new TypeBinding(type, -1, extension.family(), 0, extension.codec());
      }
    }
    TypeBinding known = registeredByType.get(type);
    if (known != null) {
      return known;
    }
    if (type.isArray()) {
      return named(type, TypeBinding.ARRAY, 0, new ArrayCodec());
    }
    if (Enum.class.isAssignableFrom(type)) {
      return named(type, TypeBinding.ENUM, 0, new EnumCodec());
    }
    if (Proxy.isProxyClass(type)) {
      return proxy;
    }
    if (ClassKinds.isJdk(type) && TemporalQuery.class.isAssignableFrom(type)) {
      return known(TemporalQuery.class);
    }
    if (ClassKinds.isLambda(type)) {
      return lambda;
    }
    Anchors.refuse(type);
    return ClassKinds.isJdk(type) ? jdkClass(type) : programClass(type);
  }

  private TypeBinding jdkClass(Class<?> type) {
    if (Throwable.class.isAssignableFrom(type) && ThrowableCodec.isPlain(type)) {
      return named(type, TypeBinding.THROWABLE, 0, new ThrowableCodec(type, null, traces));
    }
    TypeBinding family = familyOf(JdkTypes.FAMILIES, type);
    if (family != null) {
      return family;
    }
    if (JdkFields.say(type)) {
      return JdkFields.bind(type);
    }
    if (SerialForm.isAllowed(type)) {
      return named(type, TypeBinding.SERIAL_FORM, 0, new SerialFormCodec(this));
    }
    throw Anchors.noCodec(type);
  }

  private TypeBinding known(Class<?> type) {
    return Objects.requireNonNull(registeredByType.get(type));
  }

  /** The codec of a superclass or interface that speaks for its implementations. */
  private @Nullable TypeBinding familyOf(List<Class<?>> families, Class<?> type) {
    for (Class<?> family : families) {
      if (family.isAssignableFrom(type)) {
        return registeredByType.get(family);
      }
    }
    return null;
  }

  private TypeBinding programClass(Class<?> type) {
    TypeBinding tracked = familyOf(StateTypes.FAMILIES, type);
    if (tracked != null) {
      return tracked;
    }
    if (type.isInterface()) {
      throw new NotSerializableStateException("", type.getName(), "an interface has no objects");
    }
    if (type.isHidden()) {
      throw new NotSerializableStateException(
          "", type.getName(), "a hidden class has no name by which another JVM could find it");
    }
    if (type.isRecord()) {
      RecordCodec codec = new RecordCodec(type);
      return named(type, TypeBinding.RECORD, codec.layout(), codec);
    }
    FieldLayout layout = FieldLayout.of(type);
    Class<?> base = ClassKinds.jdkBase(type);
    if (Throwable.class.isAssignableFrom(type)) {
      return named(
          type, TypeBinding.THROWABLE, layout.hash(), new ThrowableCodec(type, layout, traces));
    }
    TypeBinding known = base == Object.class ? null : registeredByType.get(base);
    if (known != null && known.codec() instanceof Extensible extensible) {
      return named(
          type,
          TypeBinding.SUBCLASS,
          layout.hash(),
          new SubclassCodec(extensible.forSubclass(type), layout));
    }
    if (!ClassKinds.hasNoState(base)) {
      throw Anchors.unknownSuperclass(type, base);
    }
    int family =
        IdentityHashed.class.isAssignableFrom(type)
            ? TypeBinding.HASHED_FIELDS
            : TypeBinding.FIELDS;
    return named(type, family, layout.hash(), new FieldsCodec(type, layout));
  }

  @SuppressWarnings("unchecked") // A codec only ever meets objects of the class it is found for.
  private static TypeBinding named(Class<?> type, int family, int layout, ObjectCodec<?> codec) {
    return new TypeBinding(type, -1, family, layout, (ObjectCodec<Object>) codec);
  }

  Class<?> loadClass(String name) {
    if (!allowedNames.test(name)) {
      throw new ImageFormatException(
          "the image holds a "
              + ImageFormatException.quoted(name)
              + ", which is not among the types expected here");
    }
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new ImageFormatException(
          "the image needs the class "
              + ImageFormatException.quoted(name)
              + ", which cannot be loaded here",
          e);
    }
  }

  ClassLoader loader() {
    return loader;
  }

  /** Stands for classes that images may name, but hold no objects of. */
  private static final class ClassOnly implements ObjectCodec<Object> {
    @Override
    public void write(Object value, ImageOutput out) {
      throw new IllegalStateException("no codec for " + value.getClass());
    }

    @Override
    public Object read(ImageInput in, Class<?> type) {
      throw new ImageFormatException(
          "the image holds a " + type.getName() + ", which cannot travel: it is damaged");
    }
  }
}
