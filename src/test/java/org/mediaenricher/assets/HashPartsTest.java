package org.mediaenricher.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HashPartsTest {
    private static final long HASH = 0x8000_7fff_0001_ffffL;

    @Test
    void below_a_difference_of_four_bits_one_part_is_the_same() {
        assertThat(near(0, 3)).containsExactly(0xffff);
        assertThat(near(1, 0)).containsExactly(0x0001);
        assertThat(near(2, 3)).containsExactly(0x7fff);
        assertThat(near(3, 3)).containsExactly(0x8000);
    }

    @Test
    void up_to_eleven_bits_one_part_differs_in_two_at_the_most() {
        assertThat(near(0, 4)).hasSize(1 + 16);
        assertThat(near(0, 11)).hasSize(1 + 16 + 120).allMatch(part -> Integer.bitCount(part ^ 0xffff) <= 2);
    }

    @Test
    void every_hash_within_the_distance_has_a_part_that_is_looked_up() {
        Random random = new Random(7);
        for (int round = 0; round < 1000; round++) {
            int distance = random.nextInt(Assets.FARTHEST + 1);
            long other = HASH;
            for (int bit = 0; bit < distance; bit++) {
                other ^= 1L << random.nextInt(64);
            }
            assertThat(isLookedUp(other, distance)).isTrue();
        }
    }

    private static boolean isLookedUp(long other, int distance) {
        for (int part = 0; part < HashParts.COUNT; part++) {
            if (near(part, distance).contains((int) (other >>> part * 16) & 0xffff)) {
                return true;
            }
        }
        return false;
    }

    private static Set<Integer> near(int part, int distance) {
        String array = HashParts.near(HASH, part, distance);
        return Arrays.stream(array.substring(1, array.length() - 1).split(","))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }
}
