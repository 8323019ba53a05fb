package dev.stint.image;

import dev.stint.image.state.IdentityHashes;
import java.lang.reflect.Array;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Arrays of references, with the hash that one was given if its program has asked for it. */
final class ArrayCodec implements ShellCodec<@Nullable Object[]> {
  @Override
  public void writeShell(@Nullable Object[] value, ImageOutput out) {
    out.writeCount(value.length);
    out.writeInt(IdentityHashes.given(value));
  }

  @Override
  public void writeContent(@Nullable Object[] value, ImageOutput out) {
    for (Object element : value) {
      out.writeRef(element);
    }
  }

  @Override
  public @Nullable Object[] createShell(ImageInput in, Class<? extends @Nullable Object[]> type) {
    // Each element takes a byte at least, here or later in the image.
    @Nullable Object[] made =
        (Object[])
            Array.newInstance(Objects.requireNonNull(type.getComponentType()), in.readLength(1));
    return IdentityHashes.restore(made, in.readInt());
  }

  @Override
  public void fill(@Nullable Object[] shell, ImageInput in) {
    try {
      for (int i = 0; i < shell.length; i++) {
        shell[i] = in.readRef();
      }
    } catch (ArrayStoreException e) {
      throw new ImageFormatException(
          "the image puts a "
              + e.getMessage()
              + " into a "
              + shell.getClass().getTypeName()
              + ": it is damaged",
          e);
    }
  }
}
