/** What systemd and udev are told, and what systemd says to it. */
package io.olivo.deploy.service;
