package io.olivo.deploy.push;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. */
class Heard implements Witness {
  final List<String> steps = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  long sent;
  long all;

  @Override
  public void done(String step, String what) {
    steps.add(step);
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public void sent(long bytes, long allBytes) {
    sent = bytes;
    all = allBytes;
  }
}
