/**
 * Makes releases for boards: a folder with its own Java, an archive, a Debian package.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.pack.Packer}: makes one for an {@link
 *       io.olivo.deploy.pack.Architecture}; {@link io.olivo.deploy.pack.Release} is the folder,
 *       {@code Build} what it was made of, {@link io.olivo.deploy.pack.PackException} why not.
 *   <li>{@code JavaRuntime}: jlink, with the modules that a board needs; {@code DebianModules}
 *       fetches them for another processor.
 *   <li>{@code ThirdParty}: whose work is in it, under which licence.
 *   <li>{@code DebianPackage}: the package; {@code FileTree}, {@code Tar}, {@code Ar}, {@code Gzip}
 *       write archives whose bytes depend on nothing but their content; {@link
 *       io.olivo.deploy.pack.UstarHeader} is what push writes before each file, too.
 *   <li>{@code Folders}, {@code Digests}, {@code Tool}: files, checksums, programs of this machine.
 * </ul>
 *
 * <p>What is neither jar nor Java is in {@code src/main/pack}: launchers, the recording of the
 * self-test, scripts of the package, licences. A board has this package and cannot pack: jlink is
 * not in its Java.
 */
@NullMarked
package io.olivo.deploy.pack;

import org.jspecify.annotations.NullMarked;
