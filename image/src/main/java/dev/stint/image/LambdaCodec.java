package dev.stint.image;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import org.jspecify.annotations.Nullable;

/** Lambdas and method references, by the facts that Java serialization documents for them. */
final class LambdaCodec implements ObjectCodec<Object> {
  private static final int NAMES = 8;

  private final LambdaResolver resolver;
  private final TypeTable types;

  LambdaCodec(LambdaResolver resolver, TypeTable types) {
    this.resolver = resolver;
    this.types = types;
  }

  @Override
  public void write(Object value, ImageOutput out) {
    SerializedLambda form = form(value);
    LambdaFacts facts = LambdaFacts.of(form);
    out.writeRef(facts.capturingClass());
    out.writeRef(facts.functionalInterface());
    out.writeRef(facts.method());
    out.writeRef(facts.methodDescriptor());
    out.writeByte(facts.implementationKind());
    out.writeRef(facts.implementationOwner());
    out.writeRef(facts.implementationName());
    out.writeRef(facts.implementationDescriptor());
    out.writeRef(facts.instantiatedDescriptor());
    out.writeCount(form.getCapturedArgCount());
    for (int i = 0; i < form.getCapturedArgCount(); i++) {
      out.writeRef(form.getCapturedArg(i));
    }
  }

  @Override
  public Object read(ImageInput in, Class<?> type) {
    LambdaFacts facts =
        new LambdaFacts(
            in.readRef(String.class),
            in.readRef(String.class),
            in.readRef(String.class),
            in.readRef(String.class),
            in.readByte(),
            in.readRef(String.class),
            in.readRef(String.class),
            in.readRef(String.class),
            in.readRef(String.class));
    @Nullable Object[] captured = new Object[in.readLength(1)];
    for (int i = 0; i < captured.length; i++) {
      captured[i] = in.readRef();
    }
    Object resolved = resolver.resolve(facts, captured, types.loader());
    return resolved != null ? resolved : bySerialization(facts, captured);
  }

  @SuppressWarnings("NullAway") // SerializedLambda takes null for a captured null.
  private Object bySerialization(LambdaFacts facts, @Nullable Object[] captured) {
    Class<?> capturing = types.loadClass(facts.capturingClass().replace('/', '.'));
    return SerialForm.of(facts.toSerializedLambda(capturing, captured)).rebuild(types, capturing);
  }

  /** The first references are the facts' names; then come the captured values. */
  @Override
  public PathSegment label(Object value, int index) {
    return index < NAMES
        ? PathSegment.silent()
        : new PathSegment(".captured" + (index - NAMES), false);
  }

  static SerializedLambda form(Object lambda) {
    if (!(lambda instanceof Serializable)) {
      throw notSerializable(lambda);
    }
    try (FormTaker taker = new FormTaker()) {
      taker.writeObject(lambda);
    } catch (FormTaker.Taken e) {
      if (e.form instanceof SerializedLambda form) {
        return form;
      }
    } catch (IOException e) {
      throw notSerializable(lambda);
    }
    throw notSerializable(lambda);
  }

  private static NotSerializableStateException notSerializable(Object lambda) {
    Class<?>[] interfaces = lambda.getClass().getInterfaces();
    String type = interfaces.length == 0 ? "its type" : interfaces[0].getSimpleName();
    return Anchors.held(
        lambda,
        "this lambda is not serializable. Give it a serializable type (Tasklet.Function,"
            + " Tasklet.Body), or cast it: ("
            + type
            + " & Serializable) ...");
  }

  /** Lets Java serialization turn a lambda into its form, and stops there. */
  private static final class FormTaker extends ObjectOutputStream {
    FormTaker() throws IOException {
      super(OutputStream.nullOutputStream());
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      throw new Taken(object);
    }

    private static final class Taken extends RuntimeException {
      private static final long serialVersionUID = 1L;
      private final transient Object form;

      Taken(Object form) {
        super(null, null, false, false);
        this.form = form;
      }
    }
  }
}
