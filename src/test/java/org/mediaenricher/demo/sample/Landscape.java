package org.mediaenricher.demo.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Simple landscapes: a sky, a sun or moon, ridges one behind the other, sometimes water in front. The same
 * seed draws the same pixels. No text, so no fonts are needed.
 */
final class Landscape {
    private static final int RIDGES = 4;

    /** Random begins alike for seeds that lie close together. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static {
        // A server's JDK may come without a display's libraries; drawing into memory needs none.
        System.setProperty("java.awt.headless", "true");
    }

    /** Colours of sky above, sky at the horizon, sun, far ridge, near ridge; roughness of the ridges 0 to 1. */
    enum Mood {
        DAY(0x3F7FBF, 0xCFE6F5, 0xFFF6D0, 0x9DB8C9, 0x2E5A3C, 0.5),
        DAWN(0x5B6FA8, 0xFBC9A4, 0xFFE9B8, 0xB59BB5, 0x3B3550, 0.35),
        DUSK(0x2B2F5E, 0xF08A4B, 0xFFD27A, 0x8A5A6E, 0x201B30, 0.4),
        NIGHT(0x070B1E, 0x24365C, 0xF4F1DE, 0x1F2D4A, 0x05080F, 0.6),
        DESERT(0x6FA7C9, 0xF7E3B5, 0xFFFBE6, 0xE3B778, 0xA3602F, 0.1),
        FOREST(0x8FB3A8, 0xE6EFD8, 0xFFFDE0, 0x9DBF9A, 0x1E3D24, 0.8),
        SNOW(0x7FA3C7, 0xEEF4FA, 0xFFFFFF, 0xC9D8E6, 0x6C86A0, 1.0);

        private final Color zenith;
        private final Color horizon;
        private final Color sun;
        private final Color far;
        private final Color near;
        private final double roughness;

        Mood(int zenith, int horizon, int sun, int far, int near, double roughness) {
            this.zenith = new Color(zenith);
            this.horizon = new Color(horizon);
            this.sun = new Color(sun);
            this.far = new Color(far);
            this.near = new Color(near);
            this.roughness = roughness;
        }
    }

    private final Mood mood;
    private final long seed;

    Landscape(Mood mood, long seed) {
        this.mood = mood;
        this.seed = seed * SPREAD;
    }

    BufferedImage draw(int width, int height) {
        return draw(width, height, new Random(seed).nextDouble());
    }

    /** @param hour how far the sun has gone from left to right, 0 to 1; all else stays where it is */
    BufferedImage draw(int width, int height, double hour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sky(canvas, width, height);
        sun(canvas, width, height, hour);
        Random random = new Random(seed);
        for (int i = 0; i < RIDGES; i++) {
            ridge(canvas, width, height, (i + 1.0) / RIDGES, random);
        }
        if (random.nextBoolean()) {
            water(canvas, width, height);
        }
        canvas.dispose();
        return image;
    }

    private void sky(Graphics2D canvas, int width, int height) {
        canvas.setPaint(new GradientPaint(0, 0, mood.zenith, 0, height * 0.7f, mood.horizon));
        canvas.fillRect(0, 0, width, height);
    }

    private void sun(Graphics2D canvas, int width, int height, double hour) {
        double size = Math.min(width, height) * 0.12;
        double x = width * (0.1 + 0.8 * hour);
        double y = height * (0.45 - 0.3 * StrictMath.sin(hour * StrictMath.PI));
        canvas.setPaint(mood.sun);
        canvas.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
    }

    private void ridge(Graphics2D canvas, int width, int height, double nearness, Random random) {
        double base = height * (0.45 + 0.4 * nearness);
        double[] phases = random.doubles(6, 0, 2 * StrictMath.PI).toArray();
        Path2D outline = new Path2D.Double();
        outline.moveTo(0, height);
        for (int x = 0; x <= width; x += 2) {
            outline.lineTo(x, base - height * 0.12 * rise((double) x / Math.max(width, height), phases));
        }
        outline.lineTo(width, height);
        canvas.setPaint(between(mood.far, mood.near, nearness));
        canvas.fill(outline);
    }

    /** Waves of growing frequency; the rougher the land, the more the short ones count. */
    private double rise(double x, double[] phases) {
        double sum = 0;
        double weight = 1;
        for (int i = 0; i < phases.length; i++) {
            sum += weight * StrictMath.sin(phases[i] + x * 4 * (1 << i));
            weight *= 0.25 + 0.3 * mood.roughness;
        }
        return sum;
    }

    private void water(Graphics2D canvas, int width, int height) {
        Color shallow = between(mood.zenith, mood.horizon, 0.5);
        canvas.setPaint(new GradientPaint(0, height * 0.84f, shallow, 0, height, mood.zenith.darker()));
        canvas.fillRect(0, (int) (height * 0.84), width, height);
    }

    private static Color between(Color from, Color to, double share) {
        return new Color(
                mixed(from.getRed(), to.getRed(), share),
                mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) (from + (to - from) * share);
    }
}
