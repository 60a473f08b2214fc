package io.olivo.deploy.report;

/**
 * One number worth a tile at the top of the report.
 *
 * @param label what it is, in two or three words
 * @param value the number as text, without its unit
 * @param unit its unit, may be empty
 * @param verdict how it is to be taken
 * @param explanation one sentence: how it was measured, or what it means
 */
public record Fact(String label, String value, String unit, Verdict verdict, String explanation) {}
