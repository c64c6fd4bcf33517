"""Rules for papers in Chinese: GB/T 15834, GB/T 15835 and house practice."""
