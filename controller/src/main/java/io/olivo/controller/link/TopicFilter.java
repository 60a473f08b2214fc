package io.olivo.controller.link;

/** MQTT's own matching: + stands for one level, # at the end for all that follow. */
final class TopicFilter {
  private TopicFilter() {}

  static boolean matches(String filter, String topic) {
    return filter.equals(topic) || (isPattern(filter) && levelsMatch(filter, topic));
  }

  private static boolean isPattern(String filter) {
    return filter.indexOf('+') >= 0 || filter.indexOf('#') >= 0;
  }

  private static boolean levelsMatch(String filter, String topic) {
    String[] wanted = filter.split("/", -1);
    String[] level = topic.split("/", -1);
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals("#")) {
        return true;
      }
      if (i >= level.length || !(wanted[i].equals("+") || wanted[i].equals(level[i]))) {
        return false;
      }
    }
    return wanted.length == level.length;
  }
}
