// SPDX-License-Identifier: GPL-2.0
/*
 * I2C adapters over virtio, for the board test: Debian's kernels have none. Written from section
 * 5.17 "I2C Adapter Device" of the virtio 1.2 specification.
 *
 * Each message of a transfer is one chain of buffers: a header, the bytes, and a status.
 */
#include <linux/completion.h>
#include <linux/i2c.h>
#include <linux/module.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <linux/virtio.h>
#include <linux/virtio_config.h>
#include <linux/virtio_i2c.h>
#include <linux/virtio_ids.h>

#define LONGEST 256 /* bytes of a message */
#define MOST 4 /* messages of a transfer */

static int numbers[8] = { 1, 3, 4, 5, 6, 7, 8, 9 };
module_param_array(numbers, int, NULL, 0444);
MODULE_PARM_DESC(numbers, "which /dev/i2c-N they become, in the order of their slots");
static atomic_t found = ATOMIC_INIT(0);

struct message {
	struct virtio_i2c_out_hdr head ____cacheline_aligned;
	u8 bytes[LONGEST] ____cacheline_aligned;
	struct virtio_i2c_in_hdr tail ____cacheline_aligned;
};

struct bus {
	struct i2c_adapter adapter;
	struct virtqueue *queue;
	struct completion done;
	struct message *messages;
};

static void answered(struct virtqueue *queue)
{
	struct bus *bus = queue->vdev->priv;

	complete(&bus->done);
}

static int post(struct bus *bus, struct message *m, const struct i2c_msg *msg, bool more)
{
	struct scatterlist head, bytes, tail, *all[3];
	int out = 0, in = 0;
	bool reads = msg->flags & I2C_M_RD;

	m->head.addr = cpu_to_le16(msg->addr << 1);
	m->head.padding = 0;
	m->head.flags = cpu_to_le32((reads ? VIRTIO_I2C_FLAGS_M_RD : 0) |
				    (more ? VIRTIO_I2C_FLAGS_FAIL_NEXT : 0));
	m->tail.status = VIRTIO_I2C_MSG_ERR;
	sg_init_one(&head, &m->head, sizeof(m->head));
	all[out++] = &head;
	if (msg->len) {
		sg_init_one(&bytes, m->bytes, msg->len);
		if (reads)
			all[out + in++] = &bytes;
		else
			all[out++] = &bytes;
		if (!reads)
			memcpy(m->bytes, msg->buf, msg->len);
	}
	sg_init_one(&tail, &m->tail, sizeof(m->tail));
	all[out + in++] = &tail;
	return virtqueue_add_sgs(bus->queue, all, out, in, m, GFP_KERNEL);
}

/* The host answers in order; a transfer ends at the first message that failed. */
static int transfer(struct i2c_adapter *adapter, struct i2c_msg *msgs, int count)
{
	struct bus *bus = i2c_get_adapdata(adapter);
	unsigned int length;
	int posted, answers = 0, good = 0;

	reinit_completion(&bus->done);
	for (posted = 0; posted < count; posted++)
		if (post(bus, &bus->messages[posted], &msgs[posted], posted + 1 < count))
			break;
	virtqueue_kick(bus->queue);
	while (answers < posted) {
		while (virtqueue_get_buf(bus->queue, &length))
			answers++;
		if (answers < posted)
			wait_for_completion(&bus->done);
	}
	for (; good < posted; good++) {
		struct message *m = &bus->messages[good];

		if (m->tail.status != VIRTIO_I2C_MSG_OK)
			break;
		if (msgs[good].flags & I2C_M_RD)
			memcpy(msgs[good].buf, m->bytes, msgs[good].len);
	}
	return good ? good : -ENXIO;
}

static u32 functions(struct i2c_adapter *adapter)
{
	return I2C_FUNC_I2C | I2C_FUNC_SMBUS_EMUL;
}

static const struct i2c_algorithm algorithm = { .xfer = transfer, .functionality = functions };
static const struct i2c_adapter_quirks quirks = {
	.max_num_msgs = MOST, .max_read_len = LONGEST, .max_write_len = LONGEST,
};

static int probe(struct virtio_device *vdev)
{
	int index = atomic_inc_return(&found) - 1;
	struct bus *bus = devm_kzalloc(&vdev->dev, sizeof(*bus), GFP_KERNEL);

	if (!bus || index >= ARRAY_SIZE(numbers))
		return -ENOMEM;
	bus->messages = devm_kcalloc(&vdev->dev, MOST, sizeof(*bus->messages), GFP_KERNEL);
	if (!bus->messages)
		return -ENOMEM;
	if (!virtio_has_feature(vdev, VIRTIO_I2C_F_ZERO_LENGTH_REQUEST))
		return -EINVAL;
	vdev->priv = bus;
	init_completion(&bus->done);
	bus->queue = virtio_find_single_vq(vdev, answered, "msg");
	if (IS_ERR(bus->queue))
		return PTR_ERR(bus->queue);
	virtio_device_ready(vdev);
	bus->adapter.owner = THIS_MODULE;
	bus->adapter.algo = &algorithm;
	bus->adapter.quirks = &quirks;
	bus->adapter.nr = numbers[index];
	bus->adapter.dev.parent = &vdev->dev;
	strscpy(bus->adapter.name, "Olivo test bus", sizeof(bus->adapter.name));
	i2c_set_adapdata(&bus->adapter, bus);
	return i2c_add_numbered_adapter(&bus->adapter);
}

static void forget(struct virtio_device *vdev)
{
	struct bus *bus = vdev->priv;

	i2c_del_adapter(&bus->adapter);
	virtio_reset_device(vdev);
	vdev->config->del_vqs(vdev);
}

static const struct virtio_device_id ids[] = {
	{ VIRTIO_ID_I2C_ADAPTER, VIRTIO_DEV_ANY_ID }, {},
};
MODULE_DEVICE_TABLE(virtio, ids);
static const unsigned int features[] = { VIRTIO_I2C_F_ZERO_LENGTH_REQUEST };

static struct virtio_driver olivo_i2c = {
	.feature_table = features,
	.feature_table_size = ARRAY_SIZE(features),
	.id_table = ids,
	.probe = probe,
	.remove = forget,
	.driver = { .name = "olivo-virtio-i2c" },
};
module_virtio_driver(olivo_i2c);

MODULE_DESCRIPTION("Olivo's board test: I2C over virtio");
MODULE_LICENSE("GPL");
