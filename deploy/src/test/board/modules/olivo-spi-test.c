// SPDX-License-Identifier: GPL-2.0
/*
 * An SPI bus for the board test, with one chip: an AS5047P encoder (ams datasheet v1-01) reduced to
 * what its driver asks. The chip answers each 16-bit frame with what the frame before it asked for.
 * Its angle is a file, /sys/kernel/debug/olivo-spi-test-angle (0..16383), so a test can turn it.
 */
#include <linux/bitops.h>
#include <linux/debugfs.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/spi/spi.h>

#define TO_READ BIT(14)
#define REGISTER 0x3fff
#define DIAAGC 0x3ffc
#define ANGLEUNC 0x3ffe
#define ANGLECOM 0x3fff
#define OFFSET_LOOP_READY 0x0100

static struct platform_device *device;
static struct dentry *file;
static u32 angle;
static u16 asked;

static u16 even(u16 bits)
{
	return bits | (hweight16(bits) & 1 ? BIT(15) : 0);
}

static u16 answer(void)
{
	if (!(asked & TO_READ))
		return 0;
	switch (asked & REGISTER) {
	case ANGLECOM:
	case ANGLEUNC:
		return even(angle & REGISTER);
	case DIAAGC:
		return even(OFFSET_LOOP_READY);
	default:
		return 0;
	}
}

static int transfer(struct spi_controller *bus, struct spi_device *chip, struct spi_transfer *t)
{
	const u8 *out = t->tx_buf;
	u8 *in = t->rx_buf;
	int i;

	for (i = 0; i + 1 < t->len; i += 2) {
		u16 said = answer();

		asked = out ? out[i] << 8 | out[i + 1] : 0;
		if (in) {
			in[i] = said >> 8;
			in[i + 1] = said & 0xff;
		}
	}
	return 0;
}

static int probe(struct platform_device *pdev)
{
	/* One of the names that the kernel's spidev driver serves. */
	struct spi_board_info chip = { .modalias = "dh2228fv", .max_speed_hz = 10000000 };
	struct spi_controller *bus = devm_spi_alloc_host(&pdev->dev, 0);
	int failed;

	if (!bus)
		return -ENOMEM;
	bus->bus_num = 0;
	bus->num_chipselect = 1;
	bus->mode_bits = SPI_CPOL | SPI_CPHA;
	bus->bits_per_word_mask = SPI_BPW_MASK(8);
	bus->transfer_one = transfer;
	failed = devm_spi_register_controller(&pdev->dev, bus);
	if (failed)
		return failed;
	return spi_new_device(bus, &chip) ? 0 : -ENODEV;
}

static struct platform_driver driver = { .probe = probe, .driver.name = "olivo-spi-test" };

static int __init begin(void)
{
	int failed = platform_driver_register(&driver);

	if (failed)
		return failed;
	debugfs_create_u32("olivo-spi-test-angle", 0644, NULL, &angle);
	file = debugfs_lookup("olivo-spi-test-angle", NULL);
	device = platform_device_register_simple("olivo-spi-test", PLATFORM_DEVID_NONE, NULL, 0);
	return PTR_ERR_OR_ZERO(device);
}

static void __exit end(void)
{
	platform_device_unregister(device);
	debugfs_remove(file);
	platform_driver_unregister(&driver);
}

module_init(begin);
module_exit(end);
MODULE_DESCRIPTION("Olivo's board test: an SPI bus with an encoder");
MODULE_LICENSE("GPL");
