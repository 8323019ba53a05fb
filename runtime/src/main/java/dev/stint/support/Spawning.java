package dev.stint.support;

import dev.stint.Tasklet;
import org.jspecify.annotations.Nullable;

/** {@link Tasklet#spawn(Tasklet.Action)}. */
public final class Spawning {
  private Spawning() {}

  public static Tasklet<@Nullable Void> spawn(Tasklet.Action action) {
    return Tasklet.spawn(new ActionBody(action));
  }

  public static Tasklet<@Nullable Void> unstarted(Tasklet.Action action) {
    return Tasklet.unstarted(new ActionBody(action));
  }

  /** An action as a body without a result. */
  static final class ActionBody implements Tasklet.Body<@Nullable Void> {
    private static final long serialVersionUID = 1L;

    private final Tasklet.Action action;

    ActionBody(Tasklet.Action action) {
      this.action = action;
    }

    @Override
    public @Nullable Void call() throws Exception {
      action.run();
      return null;
    }
  }
}
