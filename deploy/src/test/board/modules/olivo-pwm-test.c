// SPDX-License-Identifier: GPL-2.0
/*
 * A PWM chip for the board test. It drives nothing; what was really applied to it, as opposed to
 * what sysfs remembers, is read in /sys/kernel/debug/olivo-pwm-test: a line per output with period
 * [ns], pulse [ns] and 1 when it runs.
 */
#include <linux/debugfs.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/pwm.h>
#include <linux/seq_file.h>

#define OUTPUTS 4

static struct platform_device *device;
static struct dentry *file;
static struct pwm_state applied[OUTPUTS];

static int apply(struct pwm_chip *chip, struct pwm_device *output, const struct pwm_state *state)
{
	applied[output->hwpwm] = *state;
	return 0;
}

static const struct pwm_ops ops = { .apply = apply };

static int applied_show(struct seq_file *out, void *unused)
{
	int i;

	for (i = 0; i < OUTPUTS; i++)
		seq_printf(out, "%llu %llu %d\n", applied[i].period, applied[i].duty_cycle,
			   applied[i].enabled);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(applied);

static int probe(struct platform_device *pdev)
{
	struct pwm_chip *chip = devm_pwmchip_alloc(&pdev->dev, OUTPUTS, 0);

	if (IS_ERR(chip))
		return PTR_ERR(chip);
	chip->ops = &ops;
	return devm_pwmchip_add(&pdev->dev, chip);
}

static struct platform_driver driver = { .probe = probe, .driver.name = "olivo-pwm-test" };

static int __init begin(void)
{
	int failed = platform_driver_register(&driver);

	if (failed)
		return failed;
	file = debugfs_create_file("olivo-pwm-test", 0444, NULL, NULL, &applied_fops);
	device = platform_device_register_simple("olivo-pwm-test", PLATFORM_DEVID_NONE, NULL, 0);
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
MODULE_DESCRIPTION("Olivo's board test: PWM outputs that remember");
MODULE_LICENSE("GPL");
