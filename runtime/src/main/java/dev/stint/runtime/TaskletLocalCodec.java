package dev.stint.runtime;

import dev.stint.image.ImageInput;
import dev.stint.image.ImageOutput;
import dev.stint.image.ObjectCodec;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Thread locals that transformed code has made, by what gives their initial value. */
final class TaskletLocalCodec implements ObjectCodec<TaskletLocal<?>> {
  @Override
  public void write(TaskletLocal<?> local, ImageOutput out) {
    out.writeRef(local.initial());
  }

  @Override
  public TaskletLocal<?> read(ImageInput in, Class<? extends TaskletLocal<?>> type) {
    return new TaskletLocal<@Nullable Object>((Supplier<?>) in.readRef());
  }
}
