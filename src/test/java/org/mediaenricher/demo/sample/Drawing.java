package org.mediaenricher.demo.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** Flat shapes in a handful of colours, with hard edges, so a palette of 256 holds them exactly. */
enum Drawing {
    /** Quarter circles on a grid of tiles. */
    TILES {
        @Override
        void draw(Graphics2D canvas, int width, int height, double time) {
            int tile = Math.max(8, Math.min(width, height) / 5);
            for (int y = 0; y < height; y += tile) {
                for (int x = 0; x < width; x += tile) {
                    int kind = (x / tile * 7 + y / tile * 3 + (int) (time * 4)) % 4;
                    canvas.setColor(colour(kind + 1));
                    canvas.fillRect(x, y, tile, tile);
                    canvas.setColor(colour(kind + 2));
                    canvas.setClip(x, y, tile, tile);
                    int left = x - tile * (kind % 2);
                    int top = y - tile * (kind / 2);
                    canvas.fill(new Ellipse2D.Double(left, top, tile * 2, tile * 2));
                    canvas.setClip(null);
                }
            }
        }
    },

    /** Rings around the middle, one inside the other. */
    RINGS {
        @Override
        void draw(Graphics2D canvas, int width, int height, double time) {
            int rings = 7;
            double outer = Math.min(width, height) * 0.94;
            for (int i = 0; i < rings; i++) {
                double size = outer * (rings - i) / rings;
                canvas.setColor(colour(i + (int) (time * rings)));
                canvas.fill(new Ellipse2D.Double((width - size) / 2, (height - size) / 2, size, size));
            }
        }
    },

    /** A planet on its way round a sun. */
    ORBIT {
        @Override
        void draw(Graphics2D canvas, int width, int height, double time) {
            double unit = Math.min(width, height) / 10.0;
            double angle = time * 2 * StrictMath.PI;
            disc(canvas, width / 2.0, height / 2.0, unit * 3, colour(3));
            canvas.setColor(colour(2));
            canvas.setStroke(new BasicStroke((float) unit / 8));
            canvas.draw(new Ellipse2D.Double(width / 2.0 - unit * 4, height / 2.0 - unit * 4, unit * 8, unit * 8));
            disc(
                    canvas,
                    width / 2.0 + unit * 4 * StrictMath.cos(angle),
                    height / 2.0 + unit * 4 * StrictMath.sin(angle),
                    unit * 1.5,
                    colour(4));
        }
    };

    static {
        // A server's JDK may come without a display's libraries; drawing into memory needs none.
        System.setProperty("java.awt.headless", "true");
    }

    private static final List<Color> COLOURS = List.of(
            new Color(0x1D3557),
            new Color(0x457B9D),
            new Color(0xA8DADC),
            new Color(0xF4A261),
            new Color(0xE63946),
            new Color(0xF1FAEE));

    /** The shapes on a dark ground. */
    BufferedImage on(int width, int height, double time) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(colour(0));
        canvas.fillRect(0, 0, width, height);
        draw(canvas, width, height, time);
        canvas.dispose();
        return image;
    }

    /** The shapes on nothing. */
    BufferedImage transparent(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        draw(canvas, width, height, 0);
        canvas.dispose();
        return image;
    }

    /** As many pictures as asked for, evenly over one round. */
    List<BufferedImage> frames(int count, int width, int height) {
        return IntStream.range(0, count)
                .mapToObj(i -> on(width, height, (double) i / count))
                .toList();
    }

    /** @param time 0 to 1, one round of the movement */
    abstract void draw(Graphics2D canvas, int width, int height, double time);

    private static Color colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    private static void disc(Graphics2D canvas, double x, double y, double size, Color colour) {
        canvas.setColor(colour);
        canvas.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
    }
}
