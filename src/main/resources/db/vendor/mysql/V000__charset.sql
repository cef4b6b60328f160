-- Names with rare characters (生僻字) need four bytes; every table made from here on gets them.
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
