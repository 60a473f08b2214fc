package io.olivo.deploy.push;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which board, as {@code [user@]host[:port]}; an address of IPv6 with a port is in brackets.
 *
 * @param destination for ssh: host, or user@host, or a name of the user's own configuration
 * @param port of its sshd; 0 for what ssh takes by itself
 */
public record Host(String destination, int port) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<user>[A-Za-z0-9._][A-Za-z0-9._-]*@)?"
              + "(?:\\[(?<v6>[0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?)]|(?<name>[A-Za-z0-9._][A-Za-z0-9._-]*))"
              + "(?::(?<port>\\d{1,5}))?");
  private static final int MOST_PORT = 65535;

  /**
   * Reads it. Nothing that begins with a dash gets through: ssh would take it for an option.
   *
   * @throws IllegalArgumentException with the form that it should have
   */
  public static Host parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no host; write pi@robot, robot:2222 or pi@[fe80::1]:22".formatted(text));
    }
    int port = form.group("port") == null ? 0 : Integer.parseInt(form.group("port"));
    if (form.group("port") != null && (port < 1 || port > MOST_PORT)) {
      throw new IllegalArgumentException(
          "\"%s\" has an impossible port; ssh's own is 22".formatted(text));
    }
    String user = form.group("user") == null ? "" : form.group("user");
    String name = form.group("v6") == null ? form.group("name") : form.group("v6");
    return new Host(user + name, port);
  }

  @Override
  public String toString() {
    return port == 0 ? destination : destination + " port " + port;
  }
}
