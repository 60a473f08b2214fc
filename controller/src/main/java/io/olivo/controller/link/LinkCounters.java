package io.olivo.controller.link;

/**
 * What a link did since it was made.
 *
 * @param published payloads given to the connection
 * @param dropped payloads lost to a slow or missing connection
 * @param received messages that came in
 * @param reconnects connections after the first
 * @param handlerFaults messages whose handler threw
 */
public record LinkCounters(
    long published, long dropped, long received, long reconnects, long handlerFaults) {}
