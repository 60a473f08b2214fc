package io.olivo.controller.link;

import java.util.function.Supplier;

/**
 * What every connection begins with, before anybody else may use it: it hears, then it says its
 * first words.
 *
 * @param filter what it subscribes to
 * @param handler gets what comes there
 * @param words made anew for every connection
 */
public record Greeting(String filter, Link.Handler handler, Supplier<Message> words) {}
