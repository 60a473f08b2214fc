package io.olivo.controller.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands at the beginning of a recording: all that a replay needs beside the rows.
 *
 * @param facts such as the robot's name and the seed, by key
 * @param files such as the robot file
 * @param epochNanos wall time of robot time 0 [ns since 1970]
 */
public record Head(Map<String, String> facts, List<RecordedFile> files, long epochNanos) {
  /** Name of the metadata that holds the facts. */
  public static final String METADATA = "olivo";

  /** Key of the fact: which part of the run this file is, from 1. */
  public static final String PART = "part";

  /**
   * Key of the fact: what the loop did when the part began, such as "RUNNING"; only where the part
   * begins in the middle of a run.
   */
  public static final String STATE = "state";

  /** Begins the names of files with what the run began with, such as {@code learned/load.state}. */
  public static final String LEARNED = "learned/";

  /** Name of the file with learner and loop as they were then. */
  public static final String BEGIN = "begin/loop.state";

  /** Keeps its own copies. */
  public Head {
    facts = Map.copyOf(facts);
    files = List.copyOf(files);
  }

  /** The same with one more fact. */
  public Head with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(key, value);
    return new Head(more, files, epochNanos);
  }

  /** The same for a part that begins with learner and loop as they are saved here. */
  Head beginning(byte[] state) {
    List<RecordedFile> others = new ArrayList<>(files);
    others.removeIf(one -> one.name().startsWith(LEARNED) || one.name().equals(BEGIN));
    others.add(new RecordedFile(BEGIN, "application/octet-stream", state));
    return new Head(facts, others, epochNanos);
  }
}
