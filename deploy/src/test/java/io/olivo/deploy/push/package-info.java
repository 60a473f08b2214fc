/** Pushes to boards that are folders, by the real scripts, and one through a real sshd. */
package io.olivo.deploy.push;
