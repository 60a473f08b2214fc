package io.olivo.deploy.robot;

import io.olivo.controller.record.Limits;
import java.nio.file.Path;

/**
 * Recordings of every run that lasts.
 *
 * @param folder of the files; counts from the folder in which Olivo was started
 * @param limits how much of the disk they may take
 */
public record RecordSpec(Path folder, Limits limits) {}
