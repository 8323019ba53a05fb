package dev.stint.runtime;

import java.io.IOException;
import java.io.InputStream;

/** A job's standard input, as its program sees it. */
final class JobInputStream extends InputStream {
  private final JobHost host;

  JobInputStream(JobHost host) {
    this.host = host;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return length == 0 ? 0 : host.readInput(buffer, offset, length);
  }
}
