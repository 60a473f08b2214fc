package io.olivo.controller.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A disk that changes what was synced. */
record ForgetfulDisk(ModelFiles files) implements SnapshotFiles {
  @Override
  public Closeable claim() {
    return files.claim();
  }

  @Override
  public List<String> names() {
    return files.names();
  }

  @Override
  public byte[] read(String name) throws IOException {
    return files.read(name);
  }

  @Override
  public void create(String name) {
    files.create(name);
  }

  @Override
  public void append(String name, byte[] bytes, int from, int length) throws IOException {
    files.append(name, bytes, from, length);
  }

  @Override
  public void sync(String name) throws IOException {
    files.sync(name);
    files.damage(name);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    files.rename(from, to);
  }

  @Override
  public void delete(String name) {
    files.delete(name);
  }

  @Override
  public void syncFolder() {
    files.syncFolder();
  }

  @Override
  public long freeBytes() {
    return files.freeBytes();
  }
}
