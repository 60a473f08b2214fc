/**
 * From a desk to a board in one command, and back. docs/push.md says what it does there.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.push.Push}: the steps, in order; {@link
 *       io.olivo.deploy.push.PushOptions}, {@link io.olivo.deploy.push.PushResult} and {@link
 *       io.olivo.deploy.push.Witness} are how it is asked and what it tells.
 *   <li>{@link io.olivo.deploy.push.Host}, {@link io.olivo.deploy.push.Connection}, {@link
 *       io.olivo.deploy.push.SshConnection}: the way to the board.
 *   <li>{@code Board}: the other end: runs a {@code Script} as root, with {@code Quoted} arguments,
 *       takes a {@code TarStream} of {@code PushedFile}s, and says an {@code Answer}.
 *   <li>{@code Release}, {@code RobotFiles}: what goes there, together the {@code Baggage}.
 *   <li>{@link io.olivo.deploy.push.ReleaseSource}: a release once the processor is known.
 *   <li>{@code BoardFacts}: what is there, and whether it will do.
 *   <li>{@code Upload}: brings the files; {@code Switch}: changes the version that runs.
 *   <li>{@link io.olivo.deploy.push.PushException}, {@link
 *       io.olivo.deploy.push.NoConnectionException}: what can go wrong.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.push;

import org.jspecify.annotations.NullMarked;
