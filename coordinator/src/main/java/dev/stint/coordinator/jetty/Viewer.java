package dev.stint.coordinator.jetty;

import dev.stint.coordinator.dashboard.Broadcast;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One open stream: writes the frames that its viewer has not had, one at a time, and holds no
 * thread in between. A viewer that takes nothing is ended by the connection's idle time.
 */
final class Viewer implements Callback {
  private final Response response;
  private final Callback end;

  /** Wakes not yet answered; whoever raises it from 0 writes, until it is 0 again. */
  private final AtomicInteger wakes = new AtomicInteger();

  private Broadcast.@Nullable Subscription subscription;

  private Viewer(Response response, Callback end) {
    this.response = response;
    this.end = end;
  }

  /** Whether there was room for one more. */
  static boolean open(Broadcast broadcast, Response response, Callback end) {
    Viewer viewer = new Viewer(response, end);
    viewer.wakes.set(1); // Nobody writes before the subscription is known.
    return broadcast
        .subscribe(viewer::wake)
        .map(subscription -> {
          viewer.subscription = subscription;
          viewer.write(
              ByteBuffer.wrap(": stint\n\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
          return true;
        })
        .orElse(false);
  }

  private void wake() {
    if (wakes.getAndIncrement() == 0) {
      next();
    }
  }

  private void next() {
    while (true) {
      int answered = wakes.get();
      byte[] frame = subscription == null ? null : subscription.take();
      if (frame != null) {
        write(ByteBuffer.wrap(frame));
        return;
      }
      if (wakes.addAndGet(-answered) == 0) {
        return;
      }
    }
  }

  private void write(ByteBuffer bytes) {
    response.write(false, bytes, this);
  }

  @Override
  public void succeeded() {
    next();
  }

  @Override
  public void failed(Throwable failure) {
    if (subscription != null) {
      subscription.close();
    }
    end.failed(failure);
  }
}
